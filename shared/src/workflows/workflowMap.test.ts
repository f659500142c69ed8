import { describe, expect, test } from 'vitest';
import { multiLineLimit } from '../text';
import { step } from './testMap';
import { workflowStep } from './workflow';
import { mappedStep, saveMapRequest } from './workflowMap';

const plain = { id: '1', name: 'Collect notes', aiHelps: 'Turns notes into actions.' };

describe('a mapped step', () => {
  test('is read from a map that was made before there was an audit: nothing of it is known', () => {
    expect(mappedStep.parse(plain)).toEqual({
      ...plain,
      ...{ actor: null, tool: null, minutes: null, waitMinutes: null },
      ...{ frictions: [], sources: [], branches: false },
    });
  });

  test('is still a step to whoever only knows its name and where AI helps', () => {
    expect(workflowStep.parse(step('1'))).toEqual({ id: '1', name: 'Step 1', aiHelps: '' });
  });
});

describe('a map that is saved', () => {
  const saved = (fields: object) =>
    saveMapRequest.safeParse({
      ...{ eTag: '"1"', task: 'Follow up', jobFamily: 'advisory', purpose: '' },
      ...{ steps: [step('1'), step('2')], slot: null, escalation: null },
      ...fields,
    });

  test('may be unfinished', () => {
    expect(saved({ steps: [] }).success).toBe(true);
    expect(saved({ slot: { stepKey: '2', why: 'It waits longest.' } }).success).toBe(true);
  });

  test.each([
    ['two steps with one key', { steps: [step('1'), step('1')] }, 'Two steps have the same key.'],
    [
      'a slot at a step it has not',
      { slot: { stepKey: '3', why: 'Why not.' } },
      'The map has no such step.',
    ],
    ['minutes below none', { steps: [step('1', { minutes: -1 })] }, 'Use no negative minutes.'],
    [
      'more steps than a task has',
      { steps: Array.from({ length: 41 }, (_, index) => step(`${index}`)) },
      'Use at most 40 steps: a task with more is two tasks.',
    ],
    [
      'more text than SharePoint keeps',
      {
        steps: Array.from({ length: 40 }, (_, index) =>
          step(`${index}`, { aiHelps: 'x'.repeat(Math.ceil(multiLineLimit / 40)) }),
        ),
      },
      'All steps together are too long for SharePoint.',
    ],
  ])('is refused with %s', (_, fields, message) => {
    expect(saved(fields).error?.issues.map((issue) => issue.message)).toEqual([message]);
  });
});
