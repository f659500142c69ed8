import { randomBytes, randomUUID } from 'node:crypto';
import { createDatabase, type Transaction } from '../../api/src/db/database';
import { createGroupCommit } from '../../api/src/db/groupCommit';

const callers = 50;

/** What a post leaves behind: its receipt, and the item on its way to the list. */
interface Rows {
  readonly key: string;
  readonly reporter: Buffer;
  readonly content: Buffer;
  readonly fields: string;
}

const fields = JSON.stringify({
  ...{ Title: 'It gave last year’s threshold for the disclosure note.', Kind: 'flag' },
  ...{ Words: 'It gave last year’s threshold for the disclosure note.', Reason: 'wrong' },
  ...{ Reporter: randomUUID(), ReporterNamed: true, Surface: 'outlook', State: 'new' },
  ...{ SubmittedAt: new Date().toISOString(), DueOn: '2026-11-25', ProgrammeKey: randomUUID() },
  ...{ ReachedClient: false, AboutType: 'aiOutput', AboutKey: null, AboutVersion: null },
  ...{ ActorId: null, ChangeId: null },
});

/**
 * How many posts a second could be committed if nothing else had to be done: fifty callers who each
 * put the rows of a post into bare copies of the tables, indexes included, committed in groups by the
 * same driver, with no HTTP, no tokens, no checks.
 */
export async function commitsPerSecond(connectionString: string, seconds: number): Promise<number> {
  const database = createDatabase(connectionString);
  const tables = ['feedback_receipt', 'outbox'];
  try {
    for (const table of tables) {
      await database.query(`CREATE TABLE bench_${table} (LIKE ${table} INCLUDING ALL)`);
    }
    const submit = createGroupCommit({
      commit: (rows: readonly Rows[]) => database.transaction((tx) => insert(tx, rows)),
      most: 64,
    });
    const until = performance.now() + seconds * 1000;
    let committed = 0;
    const caller = async () => {
      while (performance.now() < until) {
        await submit({
          key: randomUUID(),
          reporter: randomBytes(32),
          content: randomBytes(32),
          fields,
        });
        committed += 1;
      }
    };
    const startedAt = performance.now();
    await Promise.all(Array.from({ length: callers }, caller));
    return committed / ((performance.now() - startedAt) / 1000);
  } finally {
    for (const table of tables) await database.query(`DROP TABLE IF EXISTS bench_${table}`);
    await database.end();
  }
}

async function insert(tx: Transaction, rows: readonly Rows[]): Promise<true[]> {
  await tx.query(
    `INSERT INTO bench_feedback_receipt
     SELECT *, '2026-11-25', now() FROM unnest($1::uuid[], $2::bytea[], $3::bytea[])`,
    [
      rows.map(({ key }) => key),
      rows.map(({ reporter }) => reporter),
      rows.map(({ content }) => content),
    ],
  );
  await tx.query(
    `INSERT INTO bench_outbox (list_name, client_key, actor_id, fields)
     SELECT 'Feedback', key, key, fields FROM unnest($1::text[], $2::jsonb[]) AS new(key, fields)`,
    [rows.map(({ key }) => key), rows.map((row) => row.fields)],
  );
  return rows.map(() => true);
}
