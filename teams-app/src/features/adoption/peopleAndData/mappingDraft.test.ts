import { expect, test } from 'vitest';
import type { JobFamiliesResponse } from '@last-mile/shared/programme';
import {
  choose,
  chosenFamily,
  conflictsOf,
  noChoices,
  toMapping,
  unsavedCount,
} from './mappingDraft';

const saved: JobFamiliesResponse = {
  eTag: '"1"',
  jobFamilies: [
    { id: 'advisory', name: 'Advisory' },
    { id: 'tax', name: 'Tax' },
  ],
  jobTitles: [
    { name: 'Trainee', jobFamily: null, people: 4 },
    { name: 'Partner', jobFamily: 'advisory', people: 2 },
  ],
  departments: [],
  withoutJobFamily: 4,
};
const [trainee, partner] = saved.jobTitles;
const othersMapped = (jobFamily: string | null): JobFamiliesResponse => ({
  ...saved,
  jobTitles: [{ ...trainee!, jobFamily }, partner!],
});

test('a choice joins what is saved, and choosing what is saved takes it back', () => {
  const draft = choose(noChoices, 'jobTitles', trainee!, 'tax');
  expect(chosenFamily(draft, 'jobTitles', trainee!)).toBe('tax');
  expect(toMapping(saved, draft)).toEqual({
    jobTitles: [
      { name: 'Trainee', jobFamily: 'tax' },
      { name: 'Partner', jobFamily: 'advisory' },
    ],
    departments: [],
  });
  expect(unsavedCount(saved, draft)).toBe(1);
  expect(choose(draft, 'jobTitles', trainee!, null)).toEqual(noChoices);
});

test('choosing no family takes a name out of the mapping', () => {
  const draft = choose(noChoices, 'jobTitles', partner!, null);
  expect(toMapping(saved, draft).jobTitles).toEqual([]);
});

test('what somebody else changed otherwise is a conflict; the same or something else is none', () => {
  const draft = choose(noChoices, 'jobTitles', trainee!, 'tax');
  expect(conflictsOf(saved, draft)).toEqual([]);
  expect(conflictsOf(othersMapped('tax'), draft)).toEqual([]);
  expect(unsavedCount(othersMapped('tax'), draft)).toBe(0);
  expect(conflictsOf(othersMapped('advisory'), draft)).toEqual([
    { part: 'jobTitles', name: 'Trainee', mine: 'tax', theirs: 'advisory' },
  ]);
});

test('choosing again after a conflict settles it', () => {
  const theirs = othersMapped('advisory');
  const draft = choose(noChoices, 'jobTitles', trainee!, 'tax');
  const mine = choose(draft, 'jobTitles', theirs.jobTitles[0]!, 'tax');
  expect(conflictsOf(theirs, mine)).toEqual([]);
  expect(toMapping(theirs, mine).jobTitles[0]).toEqual({ name: 'Trainee', jobFamily: 'tax' });
  expect(choose(draft, 'jobTitles', theirs.jobTitles[0]!, 'advisory')).toEqual(noChoices);
});

test('a choice for a title that nobody has any more is kept', () => {
  const draft = choose(noChoices, 'jobTitles', trainee!, 'tax');
  const withoutTrainees = { ...saved, jobTitles: [partner!] };
  expect(toMapping(withoutTrainees, draft).jobTitles).toContainEqual({
    name: 'trainee',
    jobFamily: 'tax',
  });
});
