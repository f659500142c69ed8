import { weekStart, type Comparison } from '@last-mile/shared/adoption';
import type { CheckpointFigures } from '@last-mile/shared/checkpoints';
import { activeTexts } from '../../../app/figures/activeTexts';
import { differenceInWords, whyNoComparison } from '../../../app/figures/comparisonWords';
import { draftingTexts } from '../../../app/figures/draftingTexts';
import { peopleInWords } from '../../../app/figures/figureWords';
import { habitTexts } from '../../../app/figures/habitTexts';
import { healthTexts } from '../../../app/figures/healthTexts';
import { trustFigures } from '../../../app/figures/trustFigures';
import { trustTexts } from '../../../app/figures/trustTexts';
import type { Formats } from '../../../app/formats';
import { checkpointsTexts as texts } from '../checkpointsTexts';
import { amountInWords, measureInWords, ownerInWords, rateInWords } from './inWords';
import type { SaidFigure } from './saidFigure';

/** One of the five questions, answered with figures; whoever reads them answers with yes or no. */
export interface Answer {
  readonly question: keyof typeof texts.questions;
  /** What the figures mean, and of whom they are. */
  readonly definition: string;
  readonly figures: readonly SaidFigure[];
}

/** The five questions of a checkpoint, each with its figures. */
export function answersOf(figures: CheckpointFigures, formats: Formats): Answer[] {
  return [
    {
      question: 'use',
      definition: `${texts.useDefinition} ${activeTexts.definition}`,
      figures: figuresOfUse(figures.use, formats),
    },
    {
      question: 'time',
      definition: `${texts.timeDefinition} ${draftingTexts.definition}`,
      figures: figuresOfTime(figures.time, formats),
    },
    {
      question: 'trust',
      definition: trustTexts.definition,
      figures: trustFigures.map(({ key, write, over }) => {
        const figure = figures.trust[key];
        return {
          name: trustTexts[key],
          says: measureInWords(figure, (value) => write(value, formats)),
          behind: figure.state === 'known' ? over(formats.number(figure.n)) : '',
        };
      }),
    },
    {
      question: 'feedback',
      definition: `${healthTexts.feedbackDefinition} ${healthTexts.improvementsDefinition}`,
      figures: figuresOfFeedback(figures.feedback, formats),
    },
    {
      question: 'ownership',
      definition: texts.ownershipDefinition,
      figures: figuresOfOwnership(figures.ownership, formats),
    },
  ];
}

const said = (name: string, says: string, behind = ''): SaidFigure => ({ name, says, behind });

function figuresOfUse(use: CheckpointFigures['use'], formats: Formats): SaidFigure[] {
  const share = (name: string, figure: typeof use.active) =>
    said(name, rateInWords(figure, formats), peopleInWords(figure, formats));
  const { peak, decaying } = use;
  return [
    said(texts.target, formats.percent(use.target)),
    share(texts.before, use.before),
    share(texts.active, use.active),
    ...(peak === null
      ? []
      : [
          said(
            texts.best,
            texts.bestOf(formats.percent(peak.n / peak.of), formats.day(weekStart(peak.week))),
            decaying === null ? '' : decaying ? texts.fading : texts.holding,
          ),
        ]),
    habitFigure(use.habit, formats),
    share(texts.attended, use.attended),
    share(texts.practised, use.practised),
  ];
}

function habitFigure(habit: CheckpointFigures['use']['habit'], formats: Formats): SaidFigure {
  if (habit.state !== 'known') return said(texts.habit, habitTexts[habit.state]);
  const n = habit.power + habit.habitual;
  const whole = { state: 'known', n, of: habit.of } as const;
  return said(
    texts.habit,
    rateInWords(whole, formats),
    `${peopleInWords(whole, formats)}. ${habitTexts.form(habit.weeks)}`,
  );
}

function figuresOfTime(time: CheckpointFigures['time'], formats: Formats): SaidFigure[] {
  const compared = (name: string, figure: Comparison) => {
    if (figure.state !== 'known') return said(name, whyNoComparison(figure));
    const { first, second, shift, low, high, people } = figure;
    const moved = (minutes: number) => differenceInWords(minutes, formats);
    return said(
      name,
      texts.beforeNow(formats.decimal(first), formats.minutes(second)),
      texts.draftingBehind(moved(shift), moved(low), moved(high), formats.number(people)),
    );
  };
  return [
    compared(texts.sinceStart, time.sinceStart),
    compared(texts.withTemplate, time.withTemplate),
    ...time.tasks
      .filter(({ since }) => since.state === 'known')
      .map(({ task, since }) => compared(texts.taskTime(task), since)),
    ...otherTasks(time.tasks),
  ];
}

/** Tasks of which nothing can be told, in one line: each with its own would bury those that can. */
function otherTasks(tasks: CheckpointFigures['time']['tasks']): SaidFigure[] {
  if (tasks.length === 0) return [said(texts.taskTimes, texts.noTasks)];
  const others = tasks.flatMap(({ task, since }) => (since.state === 'known' ? [] : [task]));
  if (others.length === 0) return [];
  const name = others.length === tasks.length ? texts.taskTimes : texts.otherTasks;
  return [said(name, whyNoComparison({ state: 'notEnoughData' }), others.join(', '))];
}

function figuresOfFeedback(
  { health, improvements }: CheckpointFigures['feedback'],
  { number, percent, decimal }: Formats,
): SaidFigure[] {
  const measured = (
    name: string,
    figure: typeof health.insideDue,
    write: (value: number) => string,
  ) =>
    said(
      name,
      measureInWords(figure, write),
      figure.state === 'known' ? `n = ${number(figure.n)}` : '',
    );
  return [
    measured(healthTexts.firstResponse, health.firstResponseDays, (days) =>
      healthTexts.days(decimal(days)),
    ),
    measured(healthTexts.insideDue, health.insideDue, percent),
    said(texts.overdue, texts.overdueOf(number(health.overdue), number(health.open))),
    measured(healthTexts.withOutcome, health.withOutcome, percent),
    measured(healthTexts.helped, health.helped, percent),
    said(
      texts.improvements,
      texts.improvementsSay(improvements.total, number(improvements.byRoute.vendor)),
    ),
  ];
}

function figuresOfOwnership(
  ownership: CheckpointFigures['ownership'],
  formats: Formats,
): SaidFigure[] {
  const { written, weeksWithout } = ownership.effort;
  const without = weeksWithout === 0 ? '' : texts.weeksWithout(weeksWithout);
  const amount = (what: 'Hours' | 'Spend') =>
    written === null
      ? texts.notWritten
      : amountInWords(written[`actual${what}`], written[`planned${what}`], formats);
  return [
    said(texts.owner, ownerInWords(ownership, formats)),
    said(texts.effortHours, amount('Hours'), without),
    said(texts.effortSpend, amount('Spend'), without),
  ];
}
