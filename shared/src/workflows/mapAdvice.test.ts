import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formAdvice, sourcesAdvice } from './mapAdvice';
import { mapOf, step } from './testMap';
import { sourceKinds, type MappedStep } from './workflowMap';

const helps = (id: string, fields: Partial<MappedStep> = {}) =>
  step(id, { aiHelps: 'Drafts it.', tool: 'Word', ...fields });

describe('the form a task needs', () => {
  test.each([
    ['nothing, where no step says how AI helps', mapOf([step('1')]), null, 'noStepForAi', []],
    [
      'one prompt, where it helps in one step',
      mapOf([step('1'), helps('2', { branches: true })]),
      ...(['onePrompt', 'oneStep', ['2']] as const),
    ],
    [
      'a chain, where several steps follow in the same order',
      mapOf([helps('1'), step('2', { branches: true }), helps('3', { tool: 'Outlook' })]),
      ...(['chain', 'fixedOrder', ['1', '3']] as const),
    ],
    [
      'a chain, where the way depends on what comes out but all is in one tool',
      mapOf([helps('1', { branches: true }), helps('2', { tool: ' word' })]),
      ...(['chain', 'oneTool', ['1']] as const),
    ],
    [
      'a chain, where nobody takes over from an agent',
      mapOf([helps('1', { branches: true }), helps('2', { tool: 'CRM' })], { escalation: null }),
      ...(['chain', 'noEscalation', ['1']] as const),
    ],
    [
      'an agent, where the way depends on what comes out, over several tools',
      mapOf([helps('1', { branches: true }), helps('2', { tool: 'CRM' })]),
      ...(['agent', 'dependsOnOutcome', ['1']] as const),
    ],
    [
      'a chain, where only the last step branches: nothing of AI’s comes after',
      mapOf([helps('1'), helps('2', { tool: 'CRM', branches: true })]),
      ...(['chain', 'fixedOrder', ['1', '2']] as const),
    ],
  ])('is %s', (_, map, form, reason, steps) => {
    expect(formAdvice(map)).toEqual({ form, reason, steps });
  });

  test('never gets simpler by a step in which AI helps too', () => {
    const order = [null, 'onePrompt', 'chain', 'agent'] as const;
    const anyStep = fc
      .record({
        ...{ aiHelps: fc.constantFrom('', 'Drafts it.'), branches: fc.boolean() },
        tool: fc.option(fc.constantFrom('Word', 'CRM')),
      })
      .map((fields) => step('x', fields));
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 8 }), (steps) => {
        const form = (all: readonly MappedStep[]) => order.indexOf(formAdvice(mapOf(all)).form);
        expect(form([...steps, helps('more')])).toBeGreaterThanOrEqual(form(steps));
      }),
    );
  });
});

describe('the sources a task must rest on', () => {
  test('are what the steps read in which AI helps, and how each reaches the assistant', () => {
    const steps = [
      step('1', { sources: ['publicWeb'] }),
      helps('2', { sources: ['correspondence', 'figures'] }),
      helps('3', { sources: ['regulation', 'figures'] }),
      helps('4'),
    ];
    expect(sourcesAdvice(steps)).toEqual({
      sources: [
        { source: 'correspondence', grounding: 'inThePrompt', steps: ['2'] },
        { source: 'figures', grounding: 'attached', steps: ['2', '3'] },
        { source: 'regulation', grounding: 'approvedReference', steps: ['3'] },
      ],
      unsaid: ['4'],
    });
  });

  test('are told of every kind there is', () => {
    const { sources } = sourcesAdvice([helps('1', { sources: [...sourceKinds] })]);
    expect(sources.map(({ source }) => source)).toEqual(sourceKinds);
  });
});
