import { describe, expect, test } from 'vitest';
import { canDecideTool, gapsIn, taskCountAdvice, toolDecisionChange } from './mapRules';
import { mapOf, step } from './testMap';

const helped = step('1', { aiHelps: 'Drafts the email.' });
const mapped = mapOf([helped, step('2')]);

describe('a decision on a tool', () => {
  test('is taken once the task is mapped', () => {
    expect(canDecideTool(mapped)).toEqual({ allowed: true });
  });

  test.each([
    ['there is no step', mapOf([]), 'noSteps'],
    [
      'a step has nobody who does it',
      mapOf([helped, step('2', { actor: null })]),
      'stepsWithoutActor',
    ],
    ['a step has no minutes', mapOf([helped, step('2', { minutes: null })]), 'stepsWithoutMinutes'],
    ['nobody chose where AI helps', mapOf([helped], { slot: null }), 'noSlot'],
    [
      'the step chosen is gone',
      mapOf([helped], { slot: { stepKey: '9', why: 'Long.' } }),
      'noSlot',
    ],
    ['the step chosen does not say how', mapOf([step('1')]), 'slotSaysNoHelp'],
    ['nobody takes over what AI cannot do', mapOf([helped], { escalation: null }), 'noEscalation'],
  ])('is refused while %s', (_, map, reason) => {
    expect(canDecideTool(map)).toEqual({ allowed: false, reason });
  });

  test('names the first thing that is missing; the map names all of them', () => {
    const map = mapOf([step('1', { actor: null, minutes: null })], { slot: null });
    expect(gapsIn(map)).toEqual(['stepsWithoutActor', 'stepsWithoutMinutes', 'noSlot']);
    expect(canDecideTool(map)).toEqual({ allowed: false, reason: 'stepsWithoutActor' });
  });

  test('keeps the steps as they were, and a later one does not keep others', () => {
    const request = { eTag: '"1"', tool: 'Copilot Chat', why: 'It reads the transcript.' };
    const first = toolDecisionChange(mapped, request, '2026-11-26', 'olga');
    expect(first).toEqual({
      toolDecision: {
        ...{ tool: 'Copilot Chat', why: 'It reads the transcript.' },
        ...{ decidedOn: '2026-11-26', decidedBy: 'olga' },
      },
      before: mapped.steps,
    });
    const changed = { ...mapped, ...first, steps: [helped] };
    expect(toolDecisionChange(changed, request, '2027-01-11', 'olga').before).toEqual(mapped.steps);
  });
});

test('three to five tasks are advised, more with a word of caution', () => {
  expect([0, 2, 3, 5, 6].map(taskCountAdvice)).toEqual([
    'few',
    'few',
    'advised',
    'advised',
    'many',
  ]);
});
