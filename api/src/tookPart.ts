import { calendarDayIn } from '@last-mile/shared/calendar';
import type { Programme } from '@last-mile/shared/programme';
import type { Database } from './db/database';
import { findSubjects } from './features/adoption/facts/subjectLinks';
import type { PersonDigest } from './features/adoption/facts/subjects';
import type { UsesOfPeople } from './features/adoption/facts/usesOfPeople';
import type { WhoReported } from './features/feedback/whoReported';
import { createKeptByVersion } from './http/keptByVersion';

export interface TookPartDependencies {
  readonly database: Database;
  readonly tenantId: string;
  readonly usageDigest: PersonDigest;
  readonly uses: Pick<UsesOfPeople, 'since'>;
  readonly whoReported: WhoReported;
  /** Everybody in the programme's group; throws Unavailable. */
  readonly membersOf: (programme: Programme) => Promise<ReadonlyMap<string, unknown>>;
  /** Subjects that said they were at a session of the programme. */
  readonly checkIns: (
    programme: Programme,
  ) => Promise<readonly { readonly subjectId: string; readonly at: string }[]>;
  readonly now: () => Date;
}

/** Object ids of everybody who took part in a programme until a moment; throws Unavailable. */
export type TookPart = (programme: Programme, until: Date) => Promise<readonly string[]>;

/** Working out everybody asks the tables of facts for a whole programme. */
const freshForMs = 10 * 60_000;

/**
 * Who took part: between the programme's first day and then they did something that counts as use, said
 * that they were at a session, or sent feedback. People are looked for among those who are in its group
 * now, its owner, deputies and sponsor: of who has left nobody can tell who they were.
 */
export function createTookPart(dependencies: TookPartDependencies): TookPart {
  const { database, tenantId, usageDigest, uses, whoReported, membersOf, checkIns, now } =
    dependencies;

  async function workOut(programme: Programme, until: Date): Promise<readonly string[]> {
    const { ownerId, deputyIds, sponsorId, startsOn, timeZone } = programme;
    const members = (await membersOf(programme)).keys();
    const people = [...new Set([...members, ownerId, ...deputyIds, sponsorId])].map((userId) => ({
      ...{ tenantId, userId },
    }));
    const isDuring = (at: Date) => at <= until && calendarDayIn(at, timeZone) >= startsOn;
    const from = new Date(Date.parse(`${startsOn}T00:00:00Z`) - 24 * 60 * 60_000);
    const [used, reported, subjects, attended] = await Promise.all([
      uses.since(people, from),
      whoReported(people, from),
      findSubjects(database, people.map(usageDigest)),
      checkIns(programme),
    ]);
    const present = new Set(
      attended.filter(({ at }) => isDuring(new Date(at))).map(({ subjectId }) => subjectId),
    );
    const active = new Set([
      ...used.filter((each) => each.uses.some(isDuring)).map(({ userId }) => userId),
      ...reported.filter((each) => each.reports.some(isDuring)).map(({ userId }) => userId),
    ]);
    return people
      .filter(({ userId }, index) => active.has(userId) || present.has(subjects[index] ?? ''))
      .map(({ userId }) => userId);
  }

  const kept = createKeptByVersion<readonly string[]>();
  return (programme, until) => {
    const slot = Math.floor(now().getTime() / freshForMs);
    const key = `${programme.clientKey} ${calendarDayIn(until, programme.timeZone)}`;
    return kept(key, String(slot), () => workOut(programme, until));
  };
}
