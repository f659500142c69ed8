import { textOf, type Database, type Transaction } from '../db/database';
import { createBoundedMap } from '../http/boundedMap';
import type { Telemetry } from './telemetry';

interface Statement {
  readonly 'db.operation.name': string;
  readonly 'db.collection.name': string;
}

/** Measures every statement by its first word and its table, and every transaction as a whole. */
export function observeDatabase<D extends Database>(telemetry: Telemetry, database: D): D {
  const known = createBoundedMap<string, Statement>(2_000);
  const statementOf = (sql: string): Statement => {
    const seen = known.get(sql);
    if (seen) return seen;
    const statement = readStatement(sql);
    known.set(sql, statement);
    return statement;
  };
  const measure = <T>(statement: Statement, work: () => Promise<T>) =>
    telemetry.measure('database', work, (result) => ({
      attributes: statement,
      failed: 'error' in result,
    }));
  const statementsOn = (connection: Transaction): Transaction => ({
    query: (sql, params, toRow) =>
      measure(statementOf(textOf(sql)), () => connection.query(sql, params, toRow)),
  });
  return {
    ...database,
    ...statementsOn(database),
    transaction: (work) =>
      measure({ 'db.operation.name': 'TRANSACTION', 'db.collection.name': '' }, () =>
        database.transaction((tx) => work(statementsOn(tx))),
      ),
  };
}

/** Statements are written in this code: what they are about stands in a parameter, never in the text. */
function readStatement(sql: string): Statement {
  const [, operation = 'OTHER'] = /^\s*(?:--[^\n]*\s*)*([A-Z]+)\b/.exec(sql) ?? [];
  const [, table = ''] = /\b(?:FROM|INTO|UPDATE|JOIN)\s+([a-z_]+)\b/.exec(sql) ?? [];
  return { 'db.operation.name': operation, 'db.collection.name': table };
}
