import type { DraftSent } from '@last-mile/shared/adoption';
import { expect, test, vi } from 'vitest';
import { sendKeptObservations } from './keptObservations';

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
  await sendKeptObservations(settings, { count });
  expect(count).toHaveBeenCalledWith(observation);
  expect(settings.saved).toEqual([{ waiting: [], dropped: 0 }]);
});

test('what is no observation, or says more than it may, is thrown away', async () => {
  const settings = settingsWith({
    waiting: [{ ...observation, subject: 'Offer' }, 'x'],
    dropped: 0,
  });
  const count = vi.fn(() => Promise.resolve());
  await sendKeptObservations(settings, { count });
  expect(count).toHaveBeenCalledWith();
  expect(settings.saved).toHaveLength(1);
});

test('what could not be queued stays in the settings', async () => {
  const settings = settingsWith({ waiting: [observation], dropped: 0 });
  await sendKeptObservations(settings, { count: () => Promise.reject(new Error('full')) });
  expect(settings.saved).toEqual([]);
});

test('nothing kept means nothing written', async () => {
  const settings = settingsWith(undefined);
  await sendKeptObservations(settings, { count: () => Promise.resolve() });
  expect(settings.saved).toEqual([]);
});
