import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { event, openFirmOfThirty, person, unknown, type FirmOfThirty } from '../firmOfThirty';

let firm: FirmOfThirty;
beforeEach(async () => {
  firm = await openFirmOfThirty();
});
afterEach(() => firm.close());

describe('trust and tasks', () => {
  const [reply, minutes] = [randomUUID(), randomUUID()];
  const [shortReply, longReply, agenda] = [randomUUID(), randomUUID(), randomUUID()];
  const tuesday = '2026-11-10T09:00:00Z';
  const nothing = { keptShare: unknown, redoRate: unknown, flagsPer100: unknown };

  beforeEach(() => {
    firm.known.tasks = [
      {
        ...{ workflowKey: reply, task: 'Reply to a client', jobFamily: 'Audit' },
        itemKeys: [shortReply, longReply],
      },
      { workflowKey: minutes, task: 'Write minutes', jobFamily: 'Audit', itemKeys: [] },
    ];
    firm.known.version += 1;
  });

  const used = (itemKey: string) => event({ at: tuesday, itemKey });
  const sent = (itemKey: string, keptShare: number | null) => ({
    ...{ clientKey: randomUUID(), kind: 'draftSent', at: tuesday, minutes: 12, taskKey: reply },
    template: { itemKey, version: 1, keptShare, paragraphs: [] },
    surface: 'outlook',
  });
  const answered = (itemKey: string, redo: boolean) => ({
    ...{ clientKey: randomUUID(), kind: 'redoAnswered', at: tuesday, itemKey, version: 1, redo },
    surface: 'teams',
  });

  test('are told of all items, and of each task by its own', async () => {
    for (const index of [0, 1, 2, 3, 4]) {
      await firm.send(person(index), used(shortReply), used(longReply), used(agenda));
      await firm.send(person(index), sent(shortReply, 0.8), sent(agenda, 0.5), sent(agenda, null));
      await firm.send(person(index), answered(longReply, index === 0), answered(agenda, true));
    }
    firm.known.flags = [
      { at: new Date(tuesday), itemKey: shortReply },
      { at: new Date(tuesday), itemKey: null },
      // Of a week that is not closed.
      { at: new Date('2026-11-17T09:00:00Z'), itemKey: shortReply },
    ];
    const answer = await firm.dashboard();
    expect(answer.trust).toEqual({
      keptShare: { state: 'known', value: 0.65, n: 10 },
      redoRate: { state: 'known', value: 0.6, n: 10 },
      flagsPer100: { state: 'known', value: 200 / 15, n: 15 },
    });
    expect(answer.tasks).toEqual([
      {
        ...{ workflowKey: reply, task: 'Reply to a client', jobFamily: 'Audit' },
        ...{ publishedItems: 2, uses: { state: 'known', value: 10, n: 5 }, withTemplate: unknown },
        trust: {
          keptShare: { state: 'known', value: 0.8, n: 5 },
          redoRate: { state: 'known', value: 0.2, n: 5 },
          flagsPer100: { state: 'known', value: 10, n: 10 },
        },
      },
      {
        ...{ workflowKey: minutes, task: 'Write minutes', jobFamily: 'Audit' },
        ...{ publishedItems: 0, uses: unknown, withTemplate: unknown, trust: nothing },
      },
    ]);
    expect(answer.library).toMatchObject({ tasks: 2, tasksWithItem: 1 });
  });

  test('are not told of fewer than five people, however much they did', async () => {
    for (const index of [0, 1, 2, 3]) {
      await firm.send(person(index), used(shortReply), used(shortReply), sent(shortReply, 1));
      await firm.send(person(index), answered(shortReply, true), answered(shortReply, true));
    }
    const answer = await firm.dashboard();
    expect(answer.trust).toEqual(nothing);
    expect(answer.tasks[0]).toMatchObject({ uses: unknown, trust: nothing });
  });

  test('follow the items of a task and the flags at once', async () => {
    for (const index of [0, 1, 2, 3, 4])
      await firm.send(person(index), used(shortReply), used(agenda));
    expect((await firm.dashboard()).tasks[1]).toMatchObject({ publishedItems: 0, uses: unknown });
    firm.known.tasks = firm.known.tasks.map((task) =>
      task.workflowKey === minutes ? { ...task, itemKeys: [agenda] } : task,
    );
    firm.known.flags = [{ at: new Date(tuesday), itemKey: agenda }];
    firm.known.version += 1;
    const answer = await firm.dashboard();
    expect(answer.tasks[1]).toMatchObject({
      ...{ publishedItems: 1, uses: { state: 'known', value: 5, n: 5 } },
      trust: { flagsPer100: { state: 'known', value: 20, n: 5 } },
    });
    expect(answer.trust.flagsPer100).toEqual({ state: 'known', value: 10, n: 10 });
  });
});
