import type { DraftSent } from '@last-mile/shared/adoption';
import { expect, test, vi } from 'vitest';
import { createKeptObservations } from './keptObservations';

const observation: DraftSent = {
  clientKey: '0b4f4b8e-6a57-4c1e-9d4f-3a1f0f4f2b11',
  kind: 'draftSent',
  at: '2026-11-23T11:00:00Z',
  minutes: 12,
  taskKey: null,
  template: null,
  surface: 'outlook',
};

function settingsWith(kept: unknown) {
  const saved: unknown[] = [];
  return {
    saved,
    get: () => kept,
    save: (_: string, value: unknown) => {
      saved.push(value);
      return Promise.resolve();
    },
  };
}

test('what the events kept is queued before it leaves the settings', async () => {
  const settings = settingsWith({ waiting: [observation], dropped: 3 });
  const count = vi.fn(() => {
    expect(settings.saved).toEqual([]);
    return Promise.resolve();
  });
  await createKeptObservations(settings, { count }, () => 0)();
  expect(count).toHaveBeenCalledWith(observation);
  expect(settings.saved).toEqual([{ waiting: [], dropped: 0 }]);
});

test('what is no observation, or says more than it may, is thrown away', async () => {
  const settings = settingsWith({
    waiting: [{ ...observation, subject: 'Offer' }, 'x'],
    dropped: 0,
  });
  const count = vi.fn(() => Promise.resolve());
  await createKeptObservations(settings, { count }, () => 0)();
  expect(count).toHaveBeenCalledWith();
  expect(settings.saved).toHaveLength(1);
});

test('what could not be queued stays in the settings', async () => {
  const settings = settingsWith({ waiting: [observation], dropped: 0 });
  await createKeptObservations(
    settings,
    { count: () => Promise.reject(new Error('full')) },
    () => 0,
  )();
  expect(settings.saved).toEqual([]);
});

test('nothing kept means nothing written', async () => {
  const settings = settingsWith(undefined);
  await createKeptObservations(settings, { count: () => Promise.resolve() }, () => 0)();
  expect(settings.saved).toEqual([]);
});

test('a pane that could hand them on only much later leaves the settings to the events, and sends once', async () => {
  const settings = settingsWith({ waiting: [observation], dropped: 0 });
  const count = vi.fn(() => Promise.resolve());
  let now = 0;
  const handOn = createKeptObservations(settings, { count }, () => now);
  now = 3_600_000;
  await handOn();
  await handOn();
  expect(count).toHaveBeenCalledTimes(1);
  expect(settings.saved).toEqual([]);
});
