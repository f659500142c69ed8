// @vitest-environment jsdom
import { beforeAll, expect, test, vi } from 'vitest';
import { createTemplateSanitiser } from '../../api/src/features/library/sanitiseTemplate';
import {
  loadTemplateSanitiser,
  type TemplateSanitiser,
} from '../../outlook-addin/src/features/library/templateContent';
import { allVectors, type ScriptVector } from './vectors';
import { whatActs } from './whatActs';

// Each test reads hundreds of pages in a DOM without a browser.
vi.setConfig({ testTimeout: 120_000 });

const keep = createTemplateSanitiser();
let pane: TemplateSanitiser;
beforeAll(async () => {
  pane = await loadTemplateSanitiser();
});

/** Vectors after which something would act, by name. */
async function through(sanitise: (text: string) => string | Promise<string>) {
  const left: Record<string, string[]> = {};
  for (const { name, text } of allVectors) {
    const acts = whatActs(await sanitise(text));
    if (acts.length > 0) left[name] = acts;
  }
  return left;
}

const textsOf = (vectors: readonly ScriptVector[]) => new Set(vectors.map(({ text }) => text));

test('there are at least three hundred vectors, no two alike, and most would act', () => {
  expect(textsOf(allVectors).size).toBe(allVectors.length);
  expect(allVectors.length).toBeGreaterThanOrEqual(300);
  const acting = allVectors.filter(({ text }) => whatActs(text).length > 0);
  expect(acting.length).toBeGreaterThanOrEqual(300);
});

test('none acts in what the API keeps of a template', async () => {
  expect(await through(keep)).toEqual({});
});

test('none acts in what the pane inserts, had the API let it through', async () => {
  expect(await through((text) => pane.toContent(text, {}).html)).toEqual({});
});

test('none acts when it is written into a placeholder, as text or inside an attribute', async () => {
  const template = '<p title="{{a}}">{{a}}</p>';
  expect(await through((text) => pane.toContent(template, { a: text }).html)).toEqual({});
});

test('none acts in the pane’s preview, which leads nowhere and loads nothing', async () => {
  const preview = (text: string) => {
    const place = document.createElement('div');
    place.append(pane.toPreview(text, {}));
    expect(place.querySelectorAll('[href], [src], [style], [background]')).toHaveLength(0);
    return place.innerHTML;
  };
  expect(await through(preview)).toEqual({});
});
