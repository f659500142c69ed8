import type { Workflow } from '@last-mile/shared/workflows';
import { expect, test } from 'vitest';
import { likelyTasks } from './likelyTasks';

const workflow = (task: string, jobFamily: string): Workflow => ({
  clientKey: crypto.randomUUID(),
  task,
  jobFamily,
  purpose: '',
  steps: [],
});
const workflows = [
  workflow('Send a proposal', 'advisory'),
  workflow('Answer a complaint', 'advisory'),
  workflow('Request documents', 'audit'),
];
const names = (family: string, subject: string) =>
  likelyTasks(workflows, { family, subject }).map(({ task }) => task);

test('the tasks of one’s own work, by name, and those the subject speaks of first', () => {
  expect(names('advisory', '')).toEqual(['Answer a complaint', 'Send a proposal']);
  expect(names('advisory', 'RE: Your proposal')).toEqual(['Send a proposal', 'Answer a complaint']);
});

test('who chose no job family has all of them', () => {
  expect(names('', '')).toHaveLength(3);
});
