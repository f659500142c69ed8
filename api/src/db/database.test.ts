import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDatabase, type Database } from './database';
import { createTestDatabase, type TestDatabase } from './testDatabase';

describe('the database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await database.query('CREATE TABLE note (id int PRIMARY KEY, said text)');
  });
  afterAll(async () => {
    await database.end();
  });

  test('counts arrive as numbers', async () => {
    expect(await database.query('SELECT count(*) AS n FROM note')).toEqual([{ n: 0 }]);
    expect(await database.query('SELECT 9007199254740991::int8 AS most')).toEqual([
      { most: Number.MAX_SAFE_INTEGER },
    ]);
  });

  test('a row can be turned into what the caller speaks of', async () => {
    const said = await database.query('SELECT $1::text AS said', ['ja'], (row) => ({
      upper: String(row['said']).toUpperCase(),
    }));
    expect(said).toEqual([{ upper: 'JA' }]);
  });

  test('a statement with a name is planned once and answers for whatever it is asked', async () => {
    const twice = { name: 'twice', text: 'SELECT 2 * $1::int AS twice' };
    await database.transaction(async (tx) => {
      expect(await tx.query(twice, [1])).toEqual([{ twice: 2 }]);
      expect(await tx.query(twice, [4])).toEqual([{ twice: 8 }]);
      expect(await tx.query('SELECT name FROM pg_prepared_statements')).toEqual([
        { name: 'twice' },
      ]);
    });
  });

  test('a transaction that throws leaves nothing behind', async () => {
    const work = database.transaction(async (tx) => {
      await tx.query("INSERT INTO note VALUES (1, 'half')");
      throw new Error('stopped half-way');
    });
    await expect(work).rejects.toThrow('stopped half-way');
    expect(await database.query('SELECT * FROM note')).toEqual([]);
  });

  test('a refused statement gives its connection back', async () => {
    for (let attempt = 0; attempt < 12; attempt += 1) {
      await expect(database.transaction((tx) => tx.query('SELECT nonsense'))).rejects.toThrow();
    }
    expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('a connection that breaks inside a transaction fails it, and nothing else', async () => {
    const work = database.transaction(async (tx) => {
      const [own] = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await database.query('SELECT pg_terminate_backend($1)', [own?.pid]);
      // Nothing is asked of the connection when its end is heard.
      await new Promise((resolve) => setTimeout(resolve, 50));
      await tx.query("INSERT INTO note VALUES (2, 'lost')");
    });
    await expect(work).rejects.toThrow();
    expect(await database.query('SELECT * FROM note')).toEqual([]);
  });

  test('a notification arrives when its transaction commits, also after a lost connection', async () => {
    const heard: string[] = [];
    const stop = await database.listen('note', (payload) => heard.push(payload));
    await database.transaction(async (tx) => {
      await tx.query("SELECT pg_notify('note', 'first')");
      expect(heard).toEqual([]);
    });
    await expect.poll(() => heard).toEqual(['first']);

    await database.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()",
    );
    await expect.poll(() => heard, { timeout: 5_000 }).toEqual(['first', '']);
    await database.query("SELECT pg_notify('note', 'second')");
    await expect.poll(() => heard).toEqual(['first', '', 'second']);
    await stop();
  });

  test('a test database is a current copy of its own', async () => {
    const other = await createTestDatabase();
    const [row] = await other.query("SELECT to_regclass('note') AS note");
    expect(row).toEqual({ note: null });
    expect(await other.query('SELECT name FROM schema_migrations WHERE number = 1')).toEqual([
      { name: '0001_list_replica' },
    ]);
    await other.end();
  });
});

/** A message of PostgreSQL's protocol: its kind, its length, and what it says. */
function message(kind: string, said: Buffer) {
  const length = Buffer.alloc(4);
  length.writeInt32BE(said.length + 4);
  return Buffer.concat([Buffer.from(kind), length, said]);
}

/** A server that lets each caller in and shuts down in the same moment, in one piece on the wire. */
const letInAndShutDown = Buffer.concat([
  message('R', Buffer.alloc(4)),
  message('Z', Buffer.from('I')),
  message('E', Buffer.from('SFATAL\0C57P01\0Mterminating connection\0\0')),
]);

test.each([
  ['transaction', (database: Database) => database.transaction((tx) => tx.query('SELECT 1'))],
  ['statement', (database: Database) => database.query('SELECT 1')],
])('a connection that breaks as it is had fails its %s, and nothing else', async (_, ask) => {
  const server = createServer((socket) => {
    socket.once('data', () => socket.end(letInAndShutDown)).on('error', () => undefined);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const database = createDatabase(`postgresql://somebody@127.0.0.1:${port}/any`);
  try {
    await expect(ask(database)).rejects.toThrow(/terminat|not queryable|closed/i);
  } finally {
    await database.end();
    server.close();
  }
});
