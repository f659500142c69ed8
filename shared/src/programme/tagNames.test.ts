import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renameTag, tagsAskedFor, tagsByName, type TagName } from './tagNames';

const tag = fc.constantFrom('audit', 'tax', 'letters', 'fees', 'clients');
const renaming = fc.record({ from: tag, to: tag });
const renamedBy = (renamings: readonly TagName[]) =>
  renamings.reduce<TagName[]>((names, each) => renameTag(names, each), []);

test('renaming one after another is what each renaming says, on whatever tags', () => {
  fc.assert(
    fc.property(fc.array(renaming), fc.array(tag), (renamings, tags) => {
      const oneByOne = renamings.reduce<string[]>(
        (now, { from, to }) => [...new Set(now.map((each) => (each === from ? to : each)))],
        [...new Set(tags)],
      );
      expect(tagsByName(tags, renamedBy(renamings)).sort()).toEqual(oneByOne.sort());
    }),
  );
});

test('no tag is in the list twice, and none as itself', () => {
  fc.assert(
    fc.property(fc.array(renaming), (renamings) => {
      const names = renamedBy(renamings);
      expect(new Set(names.map(({ from }) => from)).size).toBe(names.length);
      expect(names.filter(({ from, to }) => from === to)).toEqual([]);
    }),
  );
});

test('two tags become one where one gets the name of the other', () => {
  const names = renameTag([], { from: 'letter', to: 'letters' });
  expect(tagsByName(['letters', 'letter', 'tax'], names)).toEqual(['letters', 'tax']);
});

test('a tag is found by the name it had, unless another has that name by now', () => {
  const renamed = renameTag([], { from: 'letter', to: 'letters' });
  expect(tagsAskedFor(['letter', 'tax'], renamed)).toEqual(['letters', 'tax']);
  const taken = renameTag(renamed, { from: 'note', to: 'letter' });
  expect(tagsAskedFor(['letter'], taken)).toEqual(['letter']);
});
