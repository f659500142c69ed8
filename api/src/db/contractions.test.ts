import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { version } from '../product';
import { contractions } from './contractions';

/** From before there was a release that anybody could have run. */
const beforeAnyRelease = [
  '0021_facts.sql',
  '0023_copilot_reports.sql',
  '0025_publication.sql',
  '0026_told_weeks.sql',
  '0071_no_item_paragraph_week.sql',
];

test('migrations expand: the release before works on beside the next one', async () => {
  const folder = new URL('migrations/', import.meta.url);
  const names = (await readdir(folder)).filter((name) => !beforeAnyRelease.includes(name));
  expect(names.length).toBeGreaterThan(30);
  const found = await Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), 'utf8');
      return contractions(sql, version).map((what) => `${name} ${what}`);
    }),
  );
  expect(found.flat()).toEqual([]);
});

test.each([
  ['DROP TABLE thing;', 'drops table thing'],
  ['drop table if exists\n  thing', 'drops table thing'],
  ['DROP VIEW shown', 'drops view shown'],
  ['ALTER TABLE thing DROP COLUMN size', 'drops thing.size'],
  ['ALTER TABLE thing DROP size', 'drops thing.size'],
  ['ALTER TABLE thing ADD COLUMN a int, DROP COLUMN IF EXISTS size', 'drops thing.size'],
  ['ALTER TABLE thing RENAME TO other', 'renames in thing: rename to other'],
  ['ALTER TABLE thing RENAME COLUMN a TO b', 'renames in thing: rename column a to b'],
  ['ALTER TABLE thing ALTER COLUMN size TYPE bigint', 'changes the type of thing.size'],
  ['ALTER TABLE thing ALTER size SET DATA TYPE bigint', 'changes the type of thing.size'],
  ['ALTER TABLE thing ALTER COLUMN size DROP DEFAULT', 'takes the default of thing.size'],
  ['ALTER TABLE thing ALTER COLUMN size SET NOT NULL', 'requires thing.size'],
  ['ALTER TABLE thing ADD COLUMN size int NOT NULL', 'requires thing.size'],
  ['ALTER TABLE thing ADD size numeric(4, 2) NOT NULL', 'requires thing.size'],
  ['ALTER TABLE thing ADD CHECK (size > 0)', 'refuses rows of thing: add check (size > 0)'],
  ['CREATE UNIQUE INDEX ON thing (size)', 'refuses rows of thing that are alike'],
  ['-- Contracts: unused since 0.2.0.\nDROP TABLE thing', 'drops table thing'],
])('%s is refused', (sql, what) => {
  expect(contractions(sql, '0.2.0')).toEqual([what]);
});

test.each([
  'CREATE TABLE thing (id int PRIMARY KEY); CREATE UNIQUE INDEX ON thing (id);',
  'CREATE TABLE thing (id int); ALTER TABLE thing ADD COLUMN size int NOT NULL;',
  "ALTER TABLE thing ADD COLUMN size text NOT NULL DEFAULT 'a, b; DROP TABLE thing'",
  'ALTER TABLE thing ADD COLUMN size int, ALTER COLUMN name DROP NOT NULL',
  'ALTER TABLE thing ALTER size SET DEFAULT 1, ALTER size SET NOT NULL',
  '-- DROP TABLE thing;\n/* DROP TABLE thing; */ CREATE INDEX ON thing (size)',
  'DROP INDEX thing_size',
  '-- Contracts: unused since 0.1.9.\nDROP TABLE thing',
])('%s is not', (sql) => {
  expect(contractions(sql, '0.2.0')).toEqual([]);
});
