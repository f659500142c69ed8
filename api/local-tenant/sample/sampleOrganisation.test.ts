import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { libraryContent, placeholdersIn } from '@last-mile/shared/library';
import { programme as programmeSchema } from '@last-mile/shared/programme';
import { workflow } from '@last-mile/shared/workflows';
import { createTestDatabase, type TestDatabase } from '../../src/db/testDatabase';
import { nothingBeside } from '../../src/features/adoption/noHealth';
import { createPersonDigest } from '../../src/features/adoption/facts/subjects';
import { createDashboard } from '../../src/features/adoption/dashboard';
import { copilotReportOf } from './copilotReport';
import { createUsage, fillUsage } from './fillUsage';
import { handEdit, library } from './library';
import { createPeople } from './people';
import { createProgramme } from './programme';
import { workflows } from './workflows';

// A Tuesday; from the first week of the pilot to this day the clocks change once in London.
const now = new Date('2026-11-24T10:00:00Z');
const programme = createProgramme('2026-11-24');

describe('the sample firm', () => {
  const people = createPeople();

  test('has 900 people today, each with an address of their own', () => {
    const today = people.filter(({ leftInWeek }) => leftInWeek === null);
    expect(today).toHaveLength(900);
    expect(new Set(people.map(({ user }) => user.userPrincipalName)).size).toBe(people.length);
    expect(
      people.every(({ user }) => /^[a-z.-]+@haldenmarsh\.example$/.test(user.mail ?? '')),
    ).toBe(true);
  });

  test('is the same on every day', () => {
    expect(createPeople()).toEqual(people);
  });

  test('writes what the schemas of the product take', () => {
    expect(programmeSchema.safeParse(programme).error).toBeUndefined();
    for (const each of workflows) expect(workflow.safeParse(each).error).toBeUndefined();
    for (const { content } of library) {
      expect(libraryContent.safeParse(content).error).toBeUndefined();
    }
  });

  test('keeps a library of email templates and prompts, some of them drafts', () => {
    const published = library.filter(({ publishedBy }) => publishedBy !== null);
    const kinds = published.map(({ content }) => content.kind);
    expect(kinds.filter((kind) => kind === 'template').length).toBeGreaterThanOrEqual(12);
    expect(kinds.filter((kind) => kind === 'prompt').length).toBeGreaterThanOrEqual(12);
    expect(library.length).toBeGreaterThan(published.length);
    expect(published.every(({ author, publishedBy }) => author !== publishedBy)).toBe(true);
    expect(new Set(library.map(({ clientKey }) => clientKey)).size).toBe(library.length);
  });

  test('has a placeholder in every template, and one that somebody edits by hand', () => {
    for (const { content } of library) {
      if (content.kind !== 'template') continue;
      expect(placeholdersIn(content.subject, content.body).length).toBeGreaterThan(2);
    }
    const edited = library.find(({ content }) => content.title === handEdit.title);
    expect(edited?.content.body).toContain(handEdit.replace);
  });
});

describe('its usage', () => {
  const subjectKey = 'a key for tests, 32 characters or more';
  const tenantId = '7e4a0c5e-1111-4a5e-9c0d-1a57a1711e00';
  const usage = createUsage();
  let database: TestDatabase;
  let kept: number;
  beforeAll(async () => {
    database = await createTestDatabase();
    kept = await fillUsage({ database, tenantId, subjectKey, programme, now }, createUsage());
  });
  afterAll(() => database.end());

  interface RawFact {
    key: string;
    person: string;
    kind: string;
    at: Date;
  }
  const rawFacts = (from: TestDatabase) =>
    from.query<RawFact>(
      `SELECT client_key AS key, subject_id AS person, kind, at FROM usage_event
       UNION ALL SELECT client_key, subject_id, 'draftSent', at FROM draft_observation
       UNION ALL SELECT client_key, subject_id, 'redoAnswered', at FROM redo_answer ORDER BY at`,
    );
  const isAction = ({ kind }: RawFact) => kind !== 'draftSent' && kind !== 'redoAnswered';

  /** A fact without its person; the key of a reported day is made from the deployment's own subject. */
  const named =
    (later: number) =>
    ({ key, kind, at }: RawFact) =>
      `${kind === 'copilotActive' ? kind : key} ${at.getTime() + later}`;

  test('agrees with the report that Copilot gives of the same people', async () => {
    const report = copilotReportOf(usage.copilotDays, {
      startsOn: programme.startsOn,
      today: '2026-11-24',
    });
    expect(report.refreshDate).toBe('2026-11-22');
    expect(report.rows.length).toBeGreaterThan(200);
    const digestOf = createPersonDigest(subjectKey);
    const days = await database.query<{ person: Buffer; last: string }>(
      `SELECT person_digest AS person, max((at AT TIME ZONE 'UTC')::date)::text AS last
         FROM usage_event JOIN usage_subject USING (subject_id)
        WHERE kind = 'copilotActive' GROUP BY person_digest`,
    );
    const lastDay = new Map(days.map(({ person, last }) => [person.toString('hex'), last]));
    const idOf = new Map(usage.people.map(({ user }) => [user.userPrincipalName, user.id]));
    for (const { userPrincipalName, lastActivity } of report.rows) {
      const userId = idOf.get(userPrincipalName) ?? '';
      const told = Object.values(lastActivity).sort().at(-1);
      expect(lastDay.get(digestOf({ tenantId, userId }).toString('hex'))).toBe(told);
    }
  });

  /**
   * Weekly active counted by hand from raw events and membership, with nothing of the product: weeks
   * are seven days from midnight in London, written down for this one autumn.
   */
  async function percentActive(monday: string, offset: string, nextOffset: string) {
    const start = Date.parse(`${monday}T00:00:00${offset}`);
    const after = new Date(Date.parse(`${monday}T00:00:00Z`) + 7 * 86_400_000);
    const end = Date.parse(`${after.toISOString().slice(0, 10)}T00:00:00${nextOffset}`);
    const sunday = new Date(after.getTime() - 86_400_000).toISOString().slice(0, 10);
    const members = await database.query<{ person: string }>(
      `SELECT subject_id AS person FROM membership_span
        WHERE valid_from::text <= $1 AND (valid_to IS NULL OR valid_to::text > $1)`,
      [sunday],
    );
    const acted = new Set<string>();
    for (const { person, at } of (await rawFacts(database)).filter(isAction)) {
      if (at.getTime() >= start && at.getTime() < end) acted.add(person);
    }
    const active = members.filter(({ person }) => acted.has(person)).length;
    return Math.round((100 * active) / members.length);
  }

  test('is 22 % weekly active in the week before and 71 % in week eight, counted from raw events', async () => {
    expect(programme.startsOn).toBe('2026-08-24');
    expect(await percentActive('2026-08-17', '+01:00', '+01:00')).toBe(22);
    expect(await percentActive('2026-10-12', '+01:00', '+01:00')).toBe(71);
  });

  test('and the dashboard computes the same from its roll-ups', async () => {
    const dashboard = createDashboard({ ...nothingBeside, database });
    const { weeks, departments } = await dashboard(programme, now);
    const percent = weeks.map(({ active }) =>
      active.state === 'known' ? Math.round((100 * active.n) / active.of) : null,
    );
    expect(weeks.map(({ phase }) => phase)).toEqual([
      ...Array.from({ length: 8 }, () => 'before'),
      ...Array.from({ length: 8 }, () => 'active'),
      ...Array.from({ length: 6 }, () => 'sustaining'),
    ]);
    expect(percent[7]).toBe(22);
    expect(percent[15]).toBe(71);
    // Eight weeks that decay, and five closed ones that hold; the last one is still running.
    expect(percent[0]).toBeGreaterThan(2 * (percent[7] ?? 0));
    expect(percent.slice(16, 21).every((each) => each !== null && each > 60)).toBe(true);
    expect(percent[21]).toBeNull();
    const board = departments.find(({ name }) => name === 'Board Office');
    expect(board?.active.some(({ state }) => state === 'known')).toBe(false);
  });

  test('is the same whenever it is filled, and nobody acts after now', async () => {
    const facts = await rawFacts(database);
    expect(facts).toHaveLength(kept);
    expect(new Set(facts.map(({ kind }) => kind)).size).toBe(6);
    expect(facts.at(-1)?.at.getTime()).toBeLessThanOrEqual(now.getTime());
    const other = await createTestDatabase();
    try {
      const later = new Date('2027-03-30T10:00:00Z');
      await fillUsage(
        {
          database: other,
          tenantId,
          subjectKey: 'another key, thirty-two characters long',
          programme: createProgramme('2027-03-30'),
          now: later,
        },
        usage,
      );
      const shifted = await rawFacts(other);
      const weeks = 18 * 7 * 86_400_000;
      expect(shifted.map(named(0)).sort()).toEqual(facts.map(named(weeks)).sort());
    } finally {
      await other.end();
    }
  });
});
