import { expect, test } from 'vitest';
import { createJobFamilyOf } from './jobFamilyMapping';

const families = [
  { id: 'audit', name: 'Audit' },
  { id: 'tax', name: 'Tax' },
];
const jobFamilyOf = createJobFamilyOf(
  {
    jobTitles: [
      { name: 'Audit Senior', jobFamily: 'audit' },
      { name: 'Partner', jobFamily: 'a family that was given up' },
    ],
    departments: [
      { name: 'Tax', jobFamily: 'tax' },
      { name: 'Audit', jobFamily: 'audit' },
    ],
  },
  families,
);

test('the job title decides, whatever the department', () => {
  expect(jobFamilyOf({ jobTitle: ' audit SENIOR ', department: 'Tax' })).toBe('audit');
});

test('where the title is not mapped, or to a family there is not, the department decides', () => {
  expect(jobFamilyOf({ jobTitle: 'Trainee', department: 'TAX' })).toBe('tax');
  expect(jobFamilyOf({ jobTitle: null, department: 'Audit ' })).toBe('audit');
  expect(jobFamilyOf({ jobTitle: 'Partner', department: 'Tax' })).toBe('tax');
});

test('who has neither a mapped title nor a mapped department belongs to none', () => {
  expect(jobFamilyOf({ jobTitle: 'Trainee', department: null })).toBeNull();
  expect(jobFamilyOf({ jobTitle: null, department: null })).toBeNull();
});
