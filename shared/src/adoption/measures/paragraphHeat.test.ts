import { describe, expect, test } from 'vitest';
import type { ParagraphFate } from '../observations';
import { paragraphHeatOf, type SentDraft } from './paragraphHeat';
import { member } from './testFacts';

const [first, second] = ['2026-11-02', '2026-11-09'];
const people = ['ann', 'ben', 'cleo', 'dan', 'eve', 'finn'];

const sent = (
  subjectId: string,
  monday: string,
  paragraphs: ParagraphFate[],
  version = 2,
): SentDraft => ({
  subjectId,
  at: new Date(`${monday}T09:00:00Z`),
  template: { itemKey: 'delay', version, paragraphs },
});

const heatOf = (drafts: readonly SentDraft[], membership = people.map((name) => member(name))) =>
  paragraphHeatOf(
    drafts,
    { itemKey: 'delay', version: 2 },
    { membership, lastTwelve: [first, second], timeZone: 'Europe/Berlin', smallestGroup: 3 },
  );

const threePeople = [
  sent('ann', first, ['kept', 'deleted']),
  sent('ben', first, ['kept', 'rewritten']),
  sent('cleo', first, ['kept', 'kept']),
];
const ofThree = {
  state: 'known',
  drafts: 3,
  weeks: 1,
  paragraphs: [
    { kept: 3, rewritten: 0, deleted: 0 },
    { kept: 1, rewritten: 1, deleted: 1 },
  ],
};

describe('the heat map of a version', () => {
  test('says of each paragraph in how many drafts it was kept, rewritten and deleted', () => {
    expect(heatOf(threePeople)).toEqual(ofThree);
  });

  test('takes in a week in which the smallest group sent it, and no other', () => {
    expect(heatOf(threePeople.slice(0, 2))).toEqual({ state: 'notEnoughData' });
    const drafts = [
      ...threePeople,
      sent('ann', second, ['deleted', 'deleted']),
      sent('ann', second, ['deleted', 'deleted']),
      sent('ben', second, ['deleted', 'deleted']),
    ];
    expect(heatOf(drafts)).toEqual(ofThree);
    const withThird = heatOf([...drafts, sent('dan', second, ['kept', 'kept'])]);
    expect(withThird).toMatchObject({ drafts: 7, weeks: 2 });
  });

  test('leaves out a week in which it would tell what few people did with another version', () => {
    const other = (name: string) => sent(name, first, ['deleted'], 1);
    expect(heatOf([...threePeople, other('dan')])).toEqual({ state: 'notEnoughData' });
    expect(heatOf([...threePeople, ...['dan', 'eve', 'finn'].map(other)])).toEqual(ofThree);
  });

  test('is about people who were eligible in the week, and drafts of which the device could tell', () => {
    const gone = people.map((name) =>
      member(name, name === 'ann' ? { validTo: '2026-11-05' } : {}),
    );
    expect(heatOf(threePeople, gone)).toEqual({ state: 'notEnoughData' });
    expect(heatOf([...threePeople, sent('dan', first, [])])).toEqual(ofThree);
  });
});
