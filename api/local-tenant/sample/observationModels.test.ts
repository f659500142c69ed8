import { describe, expect, test } from 'vitest';
import { draftSent, redoAnswered } from '@last-mile/shared/adoption';
import { readOwnText } from '@last-mile/shared/on-send';
import { draftsOf, type SampleDraft } from './draftModel';
import { createUsage } from './fillUsage';
import { library } from './library';
import { isThereIn } from './people';
import { createProgramme } from './programme';
import { redoAnswersOf } from './redoModel';
import { instantOf } from './sampleClock';
import { sampleKey } from './sampleKeys';
import { tasksByFamily } from './workflows';

const { startsOn } = createProgramme('2026-11-24');
const { actions } = createUsage();
const ground = {
  items: new Map(library.map((item) => [item.clientKey, item])),
  tasks: tasksByFamily,
};
const drafts = draftsOf(actions, ground);
const answers = redoAnswersOf(actions);
const allDrafts = [...drafts.values()].flat();

const median = (values: readonly number[]) => {
  const sorted = values.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? NaN;
  return (lower + upper) / 2;
};

/** For everyone observed in both: their own median of the second less that of the first. */
function pairedDifferences(first: (draft: SampleDraft) => boolean, second: typeof first) {
  return [...drafts.values()].flatMap((own) => {
    const minutes = (among: typeof first) =>
      own.filter(among).flatMap(({ minutes: told }) => (told === null ? [] : [told]));
    const [before, after] = [minutes(first), minutes(second)];
    return before.length > 0 && after.length > 0 ? [median(after) - median(before)] : [];
  });
}

describe('the drafts of the sample', () => {
  test('are what the product takes', () => {
    for (const draft of allDrafts.slice(0, 2_000)) {
      const { taskKey, minutes, template } = draft;
      const sent = {
        clientKey: sampleKey('one draft'),
        kind: 'draftSent',
        at: instantOf(draft, startsOn),
        ...{ minutes, taskKey, surface: 'outlook' },
        template: template && { version: 1, ...template },
      };
      expect(draftSent.safeParse(sent).error).toBeUndefined();
    }
  });

  test('are the same on every day', () => {
    expect(draftsOf(actions, ground)).toEqual(drafts);
  });

  test('come from people who were there, on the day they were sent', () => {
    for (const [person, own] of drafts) {
      expect(own.every(({ week }) => isThereIn(person, week))).toBe(true);
      expect(own.every(({ minute }) => minute < 19 * 60)).toBe(true);
    }
  });

  test('are not all observed, and not all tell their task', () => {
    const share = (count: number) => count / allDrafts.length;
    const observed = share(allDrafts.filter(({ minutes }) => minutes !== null).length);
    expect(observed).toBeGreaterThan(0.7);
    expect(observed).toBeLessThan(0.9);
    const told = share(allDrafts.filter(({ taskKey }) => taskKey !== null).length);
    expect(told).toBeGreaterThan(0.1);
    expect(told).toBeLessThan(0.4);
  });

  test('without a template come from a part of the firm only', () => {
    const writers = [...drafts.values()].filter((own) => own.some(({ template }) => !template));
    expect(writers.length / drafts.size).toBeGreaterThan(0.25);
    expect(writers.length / drafts.size).toBeLessThan(0.55);
  });

  test('with a template were begun by inserting it', () => {
    for (const [person, own] of drafts) {
      const inserted = new Set(
        (actions.get(person) ?? [])
          .filter(({ kind }) => kind === 'templateInserted')
          .map(({ week, weekday, itemKey }) => `${week} ${weekday} ${itemKey}`),
      );
      for (const { week, weekday, template } of own) {
        if (template) expect(inserted).toContain(`${week} ${weekday} ${template.itemKey}`);
      }
    }
  });

  test('take the same people less time with a template, and less since the start', () => {
    const lately = ({ week }: SampleDraft) => week >= 1 && week <= 12;
    const withTemplate = pairedDifferences(
      (draft) => lately(draft) && draft.template === null,
      (draft) => lately(draft) && draft.template !== null,
    );
    expect(withTemplate.length).toBeGreaterThan(100);
    expect(median(withTemplate)).toBeLessThan(0);
    const sinceStart = pairedDifferences(
      ({ week }) => week < 0,
      ({ week }) => week >= 9 && week <= 12,
    );
    expect(sinceStart.length).toBeGreaterThan(100);
    expect(median(sinceStart)).toBeLessThan(0);
    // Noise as in life: for many the difference goes the other way.
    expect(sinceStart.filter((each) => each > 0).length).toBeGreaterThan(50);
  });

  test('say of each paragraph what became of it, in keeping with what was kept in all', () => {
    for (const { template } of allDrafts) {
      if (!template) continue;
      const { keptShare, paragraphs } = template;
      expect(paragraphs.length === 0).toBe(keptShare === null);
      if (keptShare === null) continue;
      const item = ground.items.get(template.itemKey);
      // The device knows lines, which a paragraph may have several of.
      const { lines } = readOwnText({ type: 'html', content: item?.content.body ?? '' });
      expect(paragraphs).toHaveLength(lines.length);
      if (paragraphs.every((fate) => fate === 'kept')) expect(keptShare).toBeGreaterThan(0.89);
      if (keptShare === 0) expect(paragraphs).not.toContain('rewritten');
    }
  });
});

describe('the answers to "Did you have to redo it?"', () => {
  test('are what the product takes, and the same on every day', () => {
    for (const answer of [...answers.values()].flat()) {
      const { itemKey, redo, surface } = answer;
      const sent = {
        ...{ clientKey: sampleKey('one answer'), kind: 'redoAnswered' },
        at: instantOf(answer, startsOn),
        ...{ itemKey, version: 1, redo, surface },
      };
      expect(redoAnswered.safeParse(sent).error).toBeUndefined();
    }
    expect(redoAnswersOf(actions)).toEqual(answers);
  });

  test('come at most once a week from one person, after something they used', () => {
    for (const [person, own] of answers) {
      expect(new Set(own.map(({ week }) => week)).size).toBe(own.length);
      const used = new Set(
        (actions.get(person) ?? []).map((each) => `${each.week} ${each.itemKey}`),
      );
      for (const { week, itemKey } of own) expect(used).toContain(`${week} ${itemKey}`);
    }
  });
});
