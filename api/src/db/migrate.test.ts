import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DatabaseTooNew, migrate } from './migrate';
import { createTestDatabase, type TestDatabase } from './testDatabase';

describe('migrations', () => {
  let database: TestDatabase;
  let folder: string;
  const file = (name: string, sql: string) => writeFile(join(folder, name), sql);
  const applied = () =>
    database.query('SELECT number, name FROM schema_migrations ORDER BY number');

  beforeEach(async () => {
    database = await createTestDatabase();
    await database.query('DROP TABLE schema_migrations');
    folder = await mkdtemp(join(tmpdir(), 'migrations-'));
  });
  afterEach(async () => {
    await database.end();
    await rm(folder, { recursive: true });
  });

  test('are applied once, in the order of their numbers', async () => {
    await file('0002_more.sql', 'ALTER TABLE thing ADD size int; CREATE INDEX ON thing (size);');
    await file('0001_thing.sql', 'CREATE TABLE thing (id int)');
    expect(await migrate(database, folder)).toEqual(['0001_thing', '0002_more']);
    expect(await migrate(database, folder)).toEqual([]);
  });

  test('a failing one leaves nothing of itself', async () => {
    await file('0001_thing.sql', 'CREATE TABLE thing (id int)');
    await file('0002_bad.sql', 'CREATE TABLE half (id int); SELECT nonsense;');
    await expect(migrate(database, folder)).rejects.toThrow('nonsense');
    expect(await database.query("SELECT to_regclass('half') AS half")).toEqual([{ half: null }]);
    expect(await applied()).toEqual([{ number: 1, name: '0001_thing' }]);
  });

  test('instances that start together apply each only once', async () => {
    await file('0001_thing.sql', 'CREATE TABLE thing (id int)');
    await file('0002_more.sql', 'SELECT pg_sleep(0.1); CREATE TABLE more (id int)');
    const all = await Promise.all([1, 2, 3].map(() => migrate(database, folder)));
    expect(all.flat().sort()).toEqual(['0001_thing', '0002_more']);
  });

  test('a database of a newer version is refused before anything is changed', async () => {
    await file('0001_thing.sql', 'CREATE TABLE thing (id int)');
    await file('0003_future.sql', 'CREATE TABLE future (id int)');
    await migrate(database, folder);
    await rm(join(folder, '0003_future.sql'));
    await file('0002_late.sql', 'CREATE TABLE late (id int)');
    const attempt = migrate(database, folder);
    await expect(attempt).rejects.toThrow(DatabaseTooNew);
    await expect(attempt).rejects.toThrow('0003_future');
    expect(await database.query("SELECT to_regclass('late') AS late")).toEqual([{ late: null }]);
  });

  test('a name without a number is refused', async () => {
    await file('thing.sql', 'SELECT 1');
    await expect(migrate(database, folder)).rejects.toThrow('NNNN_what_it_adds.sql');
  });
});
