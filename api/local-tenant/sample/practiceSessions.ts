import type { PracticeSession } from '@last-mile/shared/practice';
import { starterExercises } from '../../src/features/practice/exercises';
import type { StarterTask } from '@last-mile/shared/library';
import { jobFamilies } from './departments';
import { library } from './library';
import { instantOf, type SampleMoment } from './sampleClock';
import { sampleKey } from './sampleKeys';
import { taskKey } from './workflows';

/** A session of one of the firm's job families, and when it takes place. */
export interface SampleSession extends Pick<
  PracticeSession,
  'clientKey' | 'title' | 'workflowKey' | 'scenario' | 'exercise' | 'minutes' | 'place'
> {
  readonly jobFamily: string;
  readonly starts: SampleMoment;
  /** How likely somebody who uses AI in its week comes. */
  readonly pull: number;
}

/** When a job family practises, in its own team meeting, and on which tasks in turn. */
interface Rhythm {
  readonly weekday: number;
  readonly minute: number;
  /** After the active weeks every second one, beginning with this. */
  readonly thenFrom: number;
  /** How likely somebody who uses AI in a week comes to its session then, once word has got round. */
  readonly pull: number;
  readonly inTurn: readonly (readonly [exerciseId: string, task: StarterTask])[];
}

const rhythms: Readonly<Record<string, Rhythm>> = {
  'client-advisory': {
    ...{ weekday: 1, minute: 11 * 60, thenFrom: 9, pull: 0.66 },
    inTurn: [
      ['advisory-notes-to-actions', 'meeting follow-up'],
      ['advisory-what-is-asked', 'document request'],
      ['advisory-judge-follow-up', 'meeting follow-up'],
    ],
  },
  'account-management': {
    ...{ weekday: 2, minute: 9 * 60 + 30, thenFrom: 9, pull: 0.57 },
    inTurn: [
      ['accounts-difficult-thread', 'unhappy client'],
      ['accounts-read-as-client', 'unhappy client'],
      ['accounts-judge-summary', 'proposal'],
    ],
  },
  'operations-delivery': {
    ...{ weekday: 3, minute: 14 * 60, thenFrom: 8, pull: 0.55 },
    inTurn: [
      ['delivery-status-page', 'status report'],
      ['delivery-in-scope', 'change of scope'],
      ['delivery-judge-delay', 'status report'],
    ],
  },
  'people-finance': {
    ...{ weekday: 2, minute: 13 * 60 + 30, thenFrom: 8, pull: 0.78 },
    inTurn: [
      ['finance-three-sentences', 'monthly figures'],
      ['finance-payment-reminder', 'overdue invoice'],
      ['people-judge-candidates', 'candidates'],
    ],
  },
};

const activeWeeks = 8;
/** The week after the one that is running in the sample. */
const lastWeek = 14;
/** What nobody has got round to yet. */
const notPrepared = { jobFamily: 'people-finance', week: lastWeek };

const published = new Map(
  library
    .filter(({ publishedBy }) => publishedBy !== null)
    .map(({ clientKey, content }) => [content.title, clientKey]),
);

/** Every session of the sample programme, family by family: all prepared but one that is to come. */
export const sampleSessions: readonly SampleSession[] = jobFamilies.flatMap(({ id: jobFamily }) => {
  const rhythm = rhythms[jobFamily];
  return rhythm === undefined
    ? []
    : weeksOf(rhythm).map((week, index) => sessionIn(week, index, jobFamily, rhythm));
});

function weeksOf({ thenFrom }: Rhythm): number[] {
  const weeks = Array.from({ length: activeWeeks }, (_, week) => week);
  for (let week = thenFrom; week <= lastWeek; week += 2) weeks.push(week);
  return weeks;
}

function sessionIn(
  week: number,
  index: number,
  jobFamily: string,
  { weekday, minute, pull, inTurn }: Rhythm,
): SampleSession {
  const [exerciseId, task] = inTurn[index % inTurn.length] ?? [];
  const taken = starterExercises.find(({ id }) => id === exerciseId);
  if (!taken || !task) throw new Error(`There is no exercise "${exerciseId ?? ''}".`);
  const { title, scenario, exercise, tries } = taken;
  const itemKey = tries === null ? null : (published.get(tries) ?? null);
  const isPrepared = jobFamily !== notPrepared.jobFamily || week !== notPrepared.week;
  return {
    clientKey: sampleKey(`session of ${jobFamily} in week ${String(week)}`),
    ...{ jobFamily, title, workflowKey: taskKey(task), minutes: 20 },
    ...(isPrepared
      ? { scenario, exercise: { ...exercise, itemKey }, place: { kind: 'someoneElsesMeeting' } }
      : { scenario: '', exercise: null, place: null }),
    starts: { week, weekday, minute },
    pull: pull * pullIn(week),
  };
}

/** Word gets round; and one session of every two is easier to come to than each. */
function pullIn(week: number): number {
  return (week < activeWeeks ? 0.47 : 1) * (1 - Math.exp(-(week + 1) / 4));
}

/** When a session starts, where the programme's first Monday is `startsOn`; ISO 8601. */
export const startOf = ({ starts }: SampleSession, startsOn: string): string =>
  instantOf(starts, startsOn);
