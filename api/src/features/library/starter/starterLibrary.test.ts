import { describe, expect, test } from 'vitest';
import { checkStandards, libraryContent } from '@last-mile/shared/library';
import { createTemplateSanitiser } from '../sanitiseTemplate';
import { placeholderNotes } from './placeholderNotes';
import { starterLibrary } from './starterLibrary';

const contents = starterLibrary.map(({ content }) => content);

describe('the starter library', () => {
  test('has at least forty items, twenty of them templates for emails, for four job families', () => {
    expect(contents.length).toBeGreaterThanOrEqual(40);
    expect(contents.filter(({ kind }) => kind === 'template').length).toBeGreaterThanOrEqual(20);
    const families = new Set(contents.flatMap(({ jobFamilies }) => jobFamilies));
    expect([...families].sort()).toEqual([
      'account-management',
      'client-advisory',
      'operations-delivery',
      'people-finance',
    ]);
    expect(new Set(contents.map(({ title }) => title)).size).toBe(contents.length);
  });

  test.each(contents.map((content) => [content.title, content] as const))(
    'meets every standard: %s',
    (_, content) => {
      expect(checkStandards(content)).toEqual([]);
      expect(libraryContent.safeParse(content).error).toBeUndefined();
      expect(content.checkBeforeTrusting).not.toBe('');
    },
  );

  test('loses nothing when its templates are sanitised', async () => {
    const sanitise = createTemplateSanitiser();
    for (const { kind, body } of contents) {
      if (kind === 'template') expect(await sanitise(body)).toBe(body);
    }
  });

  test('explains no placeholder that it does not use', () => {
    const used = new Set(
      contents.flatMap(({ placeholders }) => placeholders.map(({ name }) => name)),
    );
    expect(Object.keys(placeholderNotes).filter((name) => !used.has(name))).toEqual([]);
  });
});
