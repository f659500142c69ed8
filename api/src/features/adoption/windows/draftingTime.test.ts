import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { event, openFirmOfThirty, person, unknown, type FirmOfThirty } from '../firmOfThirty';

let firm: FirmOfThirty;
beforeEach(async () => {
  firm = await openFirmOfThirty();
});
afterEach(() => firm.close());

describe('drafting time', () => {
  const sent = (day: string, minutes: number | null, itemKey?: string) => ({
    ...{ clientKey: randomUUID(), kind: 'draftSent', at: `${day}T09:00:00Z`, minutes },
    template: itemKey === undefined ? null : { itemKey, version: 1, keptShare: 1, paragraphs: [] },
    ...{ taskKey: null, surface: 'outlook' },
  });
  const itemKey = randomUUID();

  test('compares the same people with and without a template, and before and since the start', async () => {
    for (const index of Array.from({ length: 12 }).keys()) {
      await firm.send(person(index), sent('2026-11-03', 25), sent('2026-11-10', 20 + index));
      await firm.send(
        person(index),
        sent('2026-11-11', 14 + index, itemKey),
        sent('2026-11-12', null),
      );
    }
    const { draftingTime } = await firm.dashboard();
    expect(draftingTime).toEqual({
      weekly: [
        ...[unknown, unknown, { state: 'known', value: 25, n: 12 }],
        ...[{ state: 'known', value: 22.5, n: 12 }, unknown, unknown],
      ],
      withTemplate: {
        ...{ state: 'known', people: 12, first: 25.25, second: 19.5 },
        ...{ difference: -5.75, shift: -5.75, low: -7, high: -4.5 },
      },
      sinceStart: {
        ...{ state: 'known', people: 12, first: 25, second: 22.5 },
        ...{ difference: -2.5, shift: -2.5, low: -5, high: 0 },
      },
      observed: { state: 'known', n: 36, of: 48 },
    });
  });

  test('is not told of fewer than ten pairs, nor a week of fewer than five people', async () => {
    for (const index of Array.from({ length: 9 }).keys()) {
      await firm.send(person(index), sent('2026-11-10', 20), sent('2026-11-11', 14, itemKey));
    }
    for (const index of [0, 1, 2, 3]) await firm.send(person(index), sent('2026-11-03', 20));
    const { weekly, withTemplate } = (await firm.dashboard()).draftingTime;
    expect(withTemplate).toEqual(unknown);
    expect(weekly[2]).toEqual(unknown);
    expect(weekly[3]).toEqual({ state: 'known', value: 17, n: 9 });
  });

  test('changes with late drafts of five people, not with one that comes with other facts', async () => {
    for (const index of [0, 1, 2, 3, 4]) await firm.send(person(index), sent('2026-11-10', 20));
    const shown = async () => (await firm.dashboard()).draftingTime.weekly[3];
    expect(await shown()).toEqual({ state: 'known', value: 20, n: 5 });
    const late = event({ at: '2026-11-10T10:00:00Z' });
    for (const index of [5, 6, 7, 8, 9])
      await firm.send(person(index), { ...late, clientKey: randomUUID() });
    await firm.send(person(5), sent('2026-11-10', 4));
    expect(await shown()).toEqual({ state: 'known', value: 20, n: 5 });
    for (const index of [6, 7, 8, 9, 10, 11]) await firm.send(person(index), sent('2026-11-10', 4));
    expect(await shown()).toEqual({ state: 'known', value: 4, n: 12 });
  });
});
