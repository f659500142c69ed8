import type { DraftSent, RedoAnswered } from '@last-mile/shared/adoption';
import type { Draws } from '../../../api/local-tenant/sample/seededDraws';
import { uuidFrom } from '../../setup/uuidFrom';
import { momentIn, templates } from './activity';
import { stayIn, type PlantedPerson } from './people';
import type { Plan } from './plan';

type Observation = DraftSent | RedoAnswered;

/** How long one person takes for a draft, in minutes. */
interface Writer {
  readonly pace: number;
  readonly templateAdds: number;
  readonly practiceAdds: number;
}

/**
 * Lets people write. Writers send drafts without a template in the last four closed weeks and with
 * one in the eight before, the early ones also before the start, without one; what a template and
 * what practice adds lies around the planned minutes, as often above as below. Others write without
 * a template lately, and are never compared with themselves.
 */
export function plantObservations(plan: Plan, people: readonly PlantedPerson[], draws: Draws) {
  const closed = closedWeeks(plan);
  const staying = people.filter((person) => closed.every((week) => stayIn(person, week)));
  const writers = staying.slice(0, plan.writers);
  if (writers.length < plan.writers) throw new RangeError('Too few people stay to write.');
  return new Map(
    people.map((person) => {
      const place = writers.indexOf(person);
      const drafts =
        place < 0
          ? otherDrafts(plan, person, draws)
          : writersDrafts(plan, place < plan.earlyWriters, draws);
      return [person, [...drafts, ...redoAnswers(plan, person, draws)] as Observation[]] as const;
    }),
  );
}

/** A week is closed from the Thursday after it on. */
function closedWeeks({ mondays, now }: Plan): number[] {
  const monday = Date.parse(`${mondays.at(-1) ?? ''}T00:00:00Z`);
  const lastIsClosed = now.getTime() >= monday + 3 * 86_400_000;
  return mondays.slice(0, lastIsClosed ? -1 : -2).map((_, week) => week);
}

function writersDrafts(plan: Plan, early: boolean, draws: Draws): DraftSent[] {
  const writer: Writer = {
    pace: 28 + 6 * draws.share(),
    templateAdds: plan.templateAdds + plan.noise * draws.normal(),
    practiceAdds: plan.practiceAdds === 0 ? 0 : plan.practiceAdds + plan.noise * draws.normal(),
  };
  const recent = closedWeeks(plan)
    .slice(-12)
    .filter((week) => week >= plan.start);
  // All writers write in the first of these weeks: it is told whoever wrote in the others.
  const some = (weeks: readonly number[], template: boolean) =>
    [weeks[0] ?? 0, ...Array.from({ length: draws.whole(3) }, () => draws.oneOf(weeks))].map(
      (week) => draftIn(plan, week, writer, template, draws),
    );
  return [
    ...(early ? some(closedWeeks(plan).slice(0, plan.start), false) : []),
    ...some(recent.slice(0, -4), true),
    ...some(recent.slice(-4), false),
  ];
}

function otherDrafts(plan: Plan, person: PlantedPerson, draws: Draws): DraftSent[] {
  const weeks = closedWeeks(plan).slice(-4);
  const writer: Writer = { pace: 5 + 40 * draws.share(), templateAdds: 0, practiceAdds: 0 };
  return weeks.flatMap((week) => {
    if (!stayIn(person, week) || draws.share() > 0.3) return [];
    const draft = draftIn(plan, week, writer, false, draws);
    return [draws.share() < 0.4 ? { ...draft, minutes: null } : draft];
  });
}

function draftIn(
  plan: Plan,
  week: number,
  writer: Writer,
  template: boolean,
  draws: Draws,
): DraftSent {
  const practice = week < plan.start ? 0 : writer.practiceAdds;
  const adds = (template ? writer.templateAdds : 0) + practice + 1.5 * draws.normal();
  return {
    ...{ clientKey: uuidFrom(draws), kind: 'draftSent', at: momentIn(plan, week, draws) },
    ...{ minutes: Math.round(10 * (writer.pace + adds)) / 10, taskKey: null, surface: 'outlook' },
    template: template
      ? {
          itemKey: draws.oneOf(templates),
          version: 1,
          keptShare: draws.share() < 0.1 ? null : draws.share(),
          paragraphs: ['kept', 'rewritten', draws.oneOf(['kept', 'deleted'] as const)],
        }
      : null,
  };
}

function redoAnswers(plan: Plan, person: PlantedPerson, draws: Draws): RedoAnswered[] {
  return plan.mondays.flatMap((_, week): RedoAnswered[] => {
    if (!stayIn(person, week) || draws.share() > 0.05) return [];
    return [
      {
        ...{ clientKey: uuidFrom(draws), kind: 'redoAnswered', at: momentIn(plan, week, draws) },
        ...{ itemKey: draws.oneOf(templates), version: 1, redo: draws.share() < 0.3 },
        surface: 'outlook',
      },
    ];
  });
}
