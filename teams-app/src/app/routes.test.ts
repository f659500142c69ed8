import { expect, test } from 'vitest';
import { toHref, toRoute, toSubPageId, type Route } from './routes';

const places: Route[] = [
  { page: 'dashboard' },
  { page: 'library' },
  { page: 'library', status: 'draft' },
  { page: 'libraryItem', clientKey: '0b0f1d0e-54a8-4c4f-9a3b-3f0f6f0f4a11' },
  { page: 'libraryImport' },
  { page: 'feedback', list: 'mine' },
  { page: 'feedback', list: 'queue' },
];

test.each(places)('a deep link to $page leads back to the same place', (place) => {
  expect(toRoute(toSubPageId(place))).toEqual(place);
  expect(toRoute(toHref(place))).toEqual(place);
});

test('an address that names no place of ours names none', () => {
  expect(toRoute(undefined)).toBeUndefined();
  expect(toRoute('')).toBeUndefined();
  expect(toRoute('#/settings')).toBeUndefined();
});

test('a status that is none of ours is left out', () => {
  expect(toRoute('library?status=approved')).toEqual({ page: 'library' });
});
