import { englishMasks, maskPersonal } from '@last-mile/shared/feedback';
import { describe, expect, test } from 'vitest';
import { english, german } from './labelledTexts';

/** The text as it was pasted, and as it should be sent. */
function read(labelled: string) {
  const label = /\{(\w+)\|([^}]*)\}/gu;
  return {
    pasted: labelled.replace(label, '$2'),
    masked: labelled.replace(label, (_, kind: keyof typeof englishMasks) => englishMasks[kind]),
    count: [...labelled.matchAll(label)].length,
  };
}

describe.each([
  ['English', english],
  ['German', german],
])('in %s texts what is personal is replaced, and only that', (_language, labelled) => {
  test.each(labelled)('%s', (text) => {
    const { pasted, masked, count } = read(text);
    expect(maskPersonal(pasted)).toEqual({ text: masked, replaced: count });
  });
});

describe('people who are known to be concerned are found wherever they stand', () => {
  const names = ['Jürgen Groß', 'Smith, Anna (Audit)', 'Will Mark', 'Dr. Ada von Berg'];
  test.each([
    ['It calls Jürgen Groß a supplier.', 'It calls [name] a supplier.'],
    ['juergen gross was copied in.', '[name] was copied in.'],
    ['GROSS has signed, and so has Grossmann.', '[name] has signed, and so has Grossmann.'],
    ["Anna's share and Smith’s differ.", "[name]'s share and [name]’s differ."],
    ['Annas Anteil fehlt.', '[name]s Anteil fehlt.'],
    ['Anna Smith met Smith, Anna.', '[name] met [name].'],
    ['Will Mark pay? Will it mark page 3?', '[name] pay? Will it mark page 3?'],
    ['Mark wrote it.', '[name] wrote it.'],
    ['The Berg report, by Ada von Berg.', 'The [name] report, by [name].'],
    ['Annabel has nothing to do with it.', 'Annabel has nothing to do with it.'],
  ])('%s', (pasted, masked) => {
    expect(maskPersonal(pasted, { names }).text).toBe(masked);
  });
});

test('a name that nothing announces is not found: the person has to read what is sent', () => {
  expect(maskPersonal('Yesterday Katharina called.')).toEqual({
    text: 'Yesterday Katharina called.',
    replaced: 0,
  });
});
