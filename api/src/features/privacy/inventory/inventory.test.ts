import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../db/testDatabase';
import { listDefinitions } from '../../../lists';
import { listPlaces } from './lists';
import type { Place } from './place';
import { tablePlaces, tablesWithoutPeople } from './tables';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.end());

/** People and what is said of them name a column twice where who it is, is what it says. */
const columnsIn = ({ people, says, rest }: Place) =>
  [...new Set([...Object.keys(people), ...Object.keys(says), ...rest])].sort();

test('every column of every list stands in the inventory, and no other', () => {
  expect(Object.fromEntries(listPlaces.map((place) => [place.list, columnsIn(place)]))).toEqual(
    Object.fromEntries(
      listDefinitions.map(({ name, columns }) => [
        name,
        columns.map((column) => column.name).sort(),
      ]),
    ),
  );
});

test('every column of every table stands in the inventory, and no other', async () => {
  const rows = await database.query<{ table: string; columns: string[] }>(
    `SELECT table_name AS "table", array_agg(column_name::text) AS columns
       FROM information_schema.columns WHERE table_schema = 'public' GROUP BY table_name`,
  );
  const inventory = [
    ...tablePlaces.map((place) => [place.table, columnsIn(place)] as const),
    ...tablesWithoutPeople.map(({ table, columns }) => [table, [...columns].sort()] as const),
  ];
  expect(Object.fromEntries(inventory)).toEqual(
    Object.fromEntries(rows.map(({ table, columns }) => [table, columns.sort()])),
  );
  expect(inventory).toHaveLength(rows.length);
});

test('what stays after an erasure says why', () => {
  const kept = [...listPlaces, ...tablePlaces].flatMap(({ people }) =>
    Object.values(people).filter(({ onErasure }) => onErasure === 'kept'),
  );
  expect(kept.map(({ because = '' }) => because.length > 20)).toEqual(kept.map(() => true));
});
