import {
  mondayIn,
  type ActiveWeeks,
  type Fact,
  type GroupDifference,
  type MembershipSpan,
  type PeopleShare,
} from '@last-mile/shared/adoption';
import { addDays, type CalendarDay } from '@last-mile/shared/calendar';
import {
  practiceShare,
  useAfterPractice,
  type PracticeFigures,
  type PracticeSession,
} from '@last-mile/shared/practice';
import type { Programme } from '@last-mile/shared/programme';
import { createKeptByVersion } from '../../http/keptByVersion';
import type { TakingPart as Kind, TakingPartRecord } from './takingPartLists';

export interface PracticeFiguresDependencies {
  readonly sessionsOf: (programme: Programme) => Promise<readonly PracticeSession[]>;
  readonly records: (programme: Programme, kind: Kind) => Promise<readonly TakingPartRecord[]>;
  /** The measured weeks of the programme that are closed, by their Mondays. */
  readonly closedWeeks: (programme: Programme) => Promise<readonly CalendarDay[]>;
  readonly membershipOf: (programme: Programme) => Promise<readonly MembershipSpan[]>;
  /** In which of these weeks the programme's people were active. */
  readonly activeWeeksOf: (
    programme: Programme,
    mondays: readonly CalendarDay[],
  ) => Promise<ActiveWeeks>;
  /** Changes whenever a session, somebody's word or use may have. */
  readonly version: () => string;
}

/** How many took part, in weeks that are closed; small groups are a band or hidden, and nobody is named. */
export type PracticeShares = Readonly<Record<'attended' | 'practised', PeopleShare>>;

export interface PracticeFiguresOf {
  /** Up to the last closed week. */
  (programme: Programme): Promise<PracticeFigures>;
  /**
   * Of the eligible of a closed week, how many took part in the four closed weeks that end with it. Not
   * known where no session was planned in these weeks: nobody could have come.
   */
  shares(programme: Programme, lastWeek: CalendarDay): Promise<PracticeShares>;
}

const weeksTold = 4;

/** Practice, counted from what people said of themselves and from the roll-ups of use. */
export function createPracticeFigures(
  dependencies: PracticeFiguresDependencies,
): PracticeFiguresOf {
  const { sessionsOf, records, closedWeeks, membershipOf, activeWeeksOf, version } = dependencies;
  const keep = createKeptByVersion<PracticeFigures>();

  async function factsOf(programme: Programme, kind: Kind): Promise<Fact[]> {
    return (await records(programme, kind)).map(({ subjectId, at }) => ({
      ...{ subjectId, at: new Date(at) },
    }));
  }

  async function shares(programme: Programme, lastWeek: CalendarDay): Promise<PracticeShares> {
    const { timeZone } = programme;
    const window = (await closedWeeks(programme))
      .filter((monday) => monday <= lastWeek)
      .slice(-weeksTold);
    const took = window.includes(lastWeek)
      ? (await sessionsOf(programme)).some(({ startsAt }) =>
          window.includes(mondayIn(new Date(startsAt), timeZone)),
        )
      : false;
    if (!took) return { attended: unknown, practised: unknown };
    const membership = await membershipOf(programme);
    const shareOf = async (kind: Kind) =>
      practiceShare(await factsOf(programme, kind), membership, window, timeZone);
    return { attended: await shareOf('CheckIns'), practised: await shareOf('Practised') };
  }

  async function useAfter(
    programme: Programme,
    kind: Kind,
    closed: readonly CalendarDay[],
  ): Promise<GroupDifference> {
    const { timeZone } = programme;
    const took = await factsOf(programme, kind);
    if (took.length === 0) return unknown;
    const first = took.map(({ at }) => at).reduce((one, other) => (other < one ? other : one));
    const from = addDays(mondayIn(first, timeZone), -7 * weeksTold);
    const around = closed.filter((monday) => monday >= from);
    return useAfterPractice({
      took,
      activity: await activeWeeksOf(programme, around),
      membership: await membershipOf(programme),
      ...{ closed, timeZone },
    });
  }

  async function figures(programme: Programme): Promise<PracticeFigures> {
    const closed = await closedWeeks(programme);
    const last = closed.at(-1);
    if (last === undefined) return nothingKnown;
    return {
      ...(await shares(programme, last)),
      useAfterAttending: await useAfter(programme, 'CheckIns', closed),
      useAfterPractising: await useAfter(programme, 'Practised', closed),
    };
  }

  const of = async (programme: Programme) => {
    const last = (await closedWeeks(programme)).at(-1) ?? '';
    return keep(programme.clientKey, `${last} ${version()}`, () => figures(programme));
  };
  return Object.assign(of, { shares });
}

const unknown = { state: 'notEnoughData' } as const;
const nothingKnown: PracticeFigures = {
  ...{ attended: unknown, practised: unknown },
  ...{ useAfterAttending: unknown, useAfterPractising: unknown },
};
