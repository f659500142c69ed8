import pg from 'pg';
import { parseIntoClientConfig } from 'pg-connection-string';

/** One row as PostgreSQL answered it. */
type Row = Record<string, unknown>;

/**
 * A statement that a connection plans once and then runs again and again: for one that comes many times
 * a second and takes as long to plan as to run. One text for each name.
 */
interface PlannedOnce {
  readonly name: string;
  readonly text: string;
}

/** What a statement says, planned once or each time. */
export const textOf = (sql: string | PlannedOnce) => (typeof sql === 'string' ? sql : sql.text);

/** Runs one statement; `toRow` turns each answered row into what the caller speaks of. */
export interface Transaction {
  query<T extends object = Row>(
    sql: string | PlannedOnce,
    params?: readonly unknown[],
    toRow?: (row: Row) => T,
  ): Promise<T[]>;
}

/** The database as the API sees it: statements, transactions and notifications. */
export interface Database extends Transaction {
  /** Commits what `work` did, or nothing of it when `work` throws. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /**
   * Calls `onNotify` for each NOTIFY on `channel`, and once with an empty payload after a lost
   * connection came back, because notifications sent in between are gone. Returns what stops it.
   */
  listen(channel: string, onNotify: (payload: string) => void): Promise<() => Promise<void>>;
  /** A connection of its own, which waits for nobody else's statements: for the question whether it answers. */
  readonly apart: Transaction;
  end(): Promise<void>;
}

const reconnectAfterMs = 500;

/** Longer than a load balancer waits between its questions. */
const apartIdleMs = 60_000;

const ignore = () => undefined;

/** Counts and sums are int8: as numbers they can be added, and none here passes 2^53. */
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, Number);

export interface DatabaseOptions {
  readonly maxConnections?: number;
  /** Asked for each new connection, where the address has no password that lasts. */
  readonly password?: () => Promise<string>;
}

/** A pool on the given PostgreSQL; nothing connects before the first statement. */
export function createDatabase(connectionString: string, options: DatabaseOptions = {}): Database {
  const connection = connectionOf(connectionString, options);
  const pool = new pg.Pool({
    ...connection,
    max: options.maxConnections ?? 10,
    application_name: 'last-mile',
    pipeline: true,
  });
  // A connection that breaks (a restarted server) fails its statements, and the pool replaces it; without
  // a listener the same event would end the process. The pool listens to idle ones only, and between
  // being taken from it and being given to whoever waits one may break already.
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  const apart = new pg.Pool({
    ...connection,
    max: 1,
    idleTimeoutMillis: apartIdleMs,
    application_name: 'last-mile apart',
  });
  apart.on('error', ignore);
  const stops = new Set<() => Promise<void>>();

  return {
    ...statementsOn(pool),
    apart: statementsOn(apart),

    async transaction(work) {
      const client = await pool.connect();
      let broken = false;
      try {
        // Sent together with the first statement: nobody needs the answer in between.
        const begun = client.query('BEGIN');
        begun.catch(ignore);
        const result = await work(statementsOn(client));
        await begun;
        await client.query('COMMIT');
        return result;
      } catch (error) {
        // A connection that cannot even roll back is not given to anyone else.
        broken = await client.query('ROLLBACK').then(
          () => false,
          () => true,
        );
        throw error;
      } finally {
        client.release(broken);
      }
    },

    async listen(channel, onNotify) {
      const stop = await keepListening(connection, channel, onNotify);
      stops.add(stop);
      return async () => {
        stops.delete(stop);
        await stop();
      };
    },

    async end() {
      await Promise.all([...stops].map((stop) => stop()));
      await Promise.all([pool.end(), apart.end()]);
    },
  };
}

function connectionOf(connectionString: string, { password }: DatabaseOptions): pg.ClientConfig {
  if (password === undefined) return { connectionString, types };
  // The address goes before what stands beside it, also where it says no password.
  return { ...parseIntoClientConfig(connectionString), password, types };
}

function statementsOn(connection: Pick<pg.ClientBase, 'query'>): Transaction {
  return {
    async query<T extends object = Row>(
      sql: string | PlannedOnce,
      params: readonly unknown[] = [],
      toRow?: (row: Row) => T,
    ) {
      const statement = typeof sql === 'string' ? { text: sql } : sql;
      const { rows } = await connection.query<Row>({ ...statement, values: [...params] });
      return toRow ? rows.map(toRow) : (rows as T[]);
    },
  };
}

/** Holds one connection of its own, because a pooled one would be handed to others. */
async function keepListening(
  config: pg.ClientConfig,
  channel: string,
  onNotify: (payload: string) => void,
): Promise<() => Promise<void>> {
  let stopped = false;
  let current: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const client = new pg.Client({ ...config, application_name: 'last-mile listen' });
    const lost = () => {
      if (stopped || current !== client) return;
      current = undefined;
      retry = setTimeout(() => void reconnect(), reconnectAfterMs);
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', (message) => {
      onNotify(message.payload ?? '');
    });
    await client.connect();
    await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
    current = client;
  }

  async function reconnect(): Promise<void> {
    try {
      await connect();
      if (stopped) await current?.end();
      else onNotify('');
    } catch {
      retry = setTimeout(() => void reconnect(), reconnectAfterMs);
      if (stopped) clearTimeout(retry);
    }
  }

  await connect();
  return async () => {
    stopped = true;
    clearTimeout(retry);
    await current?.end();
  };
}
