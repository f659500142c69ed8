import pg from 'pg';
import { dayIn, mondayOf, type Day } from './calendar';
import { workdaysOf } from './workdays';

/** A row of `membership_span`. */
export interface Span {
  readonly person: string;
  readonly department: string;
  readonly jobFamily: string | null;
  readonly from: Day;
  /** First day on which it no longer held. */
  readonly to: Day | null;
}

/** A row of `usage_event`. */
interface Action {
  readonly person: string;
  readonly week: Day;
  readonly kind: string;
  readonly surface: string;
  readonly item: string | null;
}

/** A row of `draft_observation`. */
export interface Draft {
  readonly person: string;
  readonly week: Day;
  readonly minutes: number | null;
  readonly task: string | null;
  readonly item: string | null;
  readonly keptShare: number | null;
}

/** A row of `redo_answer`. */
interface Answer {
  readonly person: string;
  readonly week: Day;
  readonly item: string;
  readonly redo: boolean;
}

/** An item of a SharePoint list, its columns as the replica has them. */
export interface Item {
  readonly key: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface Facts {
  readonly timeZone: string;
  readonly startsOn: Day;
  readonly today: Day;
  /** Whether people of the programme work on a day. */
  readonly isWorkday: (day: Day) => boolean;
  readonly spans: readonly Span[];
  readonly actions: readonly Action[];
  readonly drafts: readonly Draft[];
  readonly answers: readonly Answer[];
  /** The programme's own items of a list. */
  readonly items: (list: string) => readonly Item[];
  /** Feedback of the programme's people, also where another programme answers it. */
  readonly reported: readonly Item[];
}

/** What is read of a programme. */
export interface Asked {
  readonly connectionString: string;
  readonly programmeKey: string;
  readonly timeZone: string;
  /** The programme's first day. */
  readonly startsOn: Day;
  readonly now: Date;
}

/**
 * Everything a recount rests on: the four fact tables of decision 0009 and the replica's rows. Weeks
 * are worked out here from the instants; the week that the product wrote beside them is not looked at.
 */
export async function readFacts(asked: Asked): Promise<Facts> {
  const { timeZone, startsOn, programmeKey } = asked;
  const client = new pg.Client({ connectionString: asked.connectionString });
  await client.connect();
  try {
    const rows = async (sql: string, values: string[] = []) =>
      (await client.query<Record<string, unknown>>(sql, values)).rows;
    const weeks = new Map<number, Day>();
    const weekOf = (at: unknown): Day => {
      if (!(at instanceof Date)) throw new TypeError('An instant is missing.');
      const known = weeks.get(at.getTime()) ?? mondayOf(dayIn(timeZone, at));
      weeks.set(at.getTime(), known);
      return known;
    };
    const spans = await rows(
      `SELECT subject_id, department, job_family, valid_from::text AS valid_from,
              valid_to::text AS valid_to FROM membership_span WHERE programme_key = $1`,
      [programmeKey],
    );
    const factsOf = (table: string) =>
      rows(
        `SELECT * FROM ${table} WHERE subject_id IN
           (SELECT subject_id FROM membership_span WHERE programme_key = $1)`,
        [programmeKey],
      );
    const actions = await factsOf('usage_event');
    const drafts = await factsOf('draft_observation');
    const answers = await factsOf('redo_answer');
    const items = await rows('SELECT * FROM list_replica WHERE deleted_at IS NULL');
    const all = (list: string): Item[] =>
      items
        .filter((row) => row['list_name'] === list)
        .map((row) => ({ key: text(row['client_key']), fields: row['fields'] as Item['fields'] }));
    const isOwn = (key: unknown) => (key ?? programmeKey) === programmeKey;
    const programme = items.find(
      (row) => row['list_name'] === 'Programmes' && row['client_key'] === programmeKey,
    );
    return {
      ...{ timeZone, startsOn, today: dayIn(timeZone, asked.now) },
      isWorkday: workdaysOf((programme?.['fields'] ?? {}) as Item['fields']),
      spans: spans.map((row) => ({
        person: text(row['subject_id']),
        department: text(row['department']),
        jobFamily: orNull(row['job_family'], text),
        from: text(row['valid_from']),
        to: orNull(row['valid_to'], text),
      })),
      actions: actions.map((row) => ({
        person: text(row['subject_id']),
        week: weekOf(row['at']),
        kind: text(row['kind']),
        surface: text(row['surface']),
        item: orNull(row['item_key'], text),
      })),
      drafts: drafts.map((row) => ({
        person: text(row['subject_id']),
        week: weekOf(row['at']),
        minutes: orNull(row['minutes'], Number),
        task: orNull(row['task_key'], text),
        item: orNull(row['item_key'], text),
        keptShare: orNull(row['kept_share'], Number),
      })),
      answers: answers.map((row) => ({
        person: text(row['subject_id']),
        week: weekOf(row['at']),
        item: text(row['item_key']),
        redo: row['redo'] === true,
      })),
      items: (list) => all(list).filter((item) => isOwn(item.fields['ProgrammeKey'])),
      reported: all('Feedback').filter(({ fields }) =>
        isOwn(fields['ReporterProgrammeKey'] ?? fields['ProgrammeKey']),
      ),
    };
  } finally {
    await client.end();
  }
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

function orNull<T>(value: unknown, read: (value: unknown) => T): T | null {
  return value === null || value === undefined ? null : read(value);
}
