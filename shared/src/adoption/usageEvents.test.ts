import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkUsageEvent } from './usageEvents';

const now = new Date('2026-11-23T12:00:00Z');
const event = {
  clientKey: '0b4f4b8e-6a57-4c1e-9d4f-3a1f0f4f2b11',
  kind: 'promptCopied',
  at: '2026-11-23T11:00:00Z',
  itemKey: '7f0cf1a2-93b6-4b57-8a3b-54b6f4a60c22',
  version: 1,
  surface: 'teams',
};

describe('a usage event', () => {
  test('is taken as it was sent', () => {
    expect(checkUsageEvent(event, now)).toEqual({ event });
  });

  test('may come from a clock that runs five minutes ahead, not more', () => {
    expect(checkUsageEvent({ ...event, at: '2026-11-23T12:05:00Z' }, now)).toHaveProperty('event');
    expect(checkUsageEvent({ ...event, at: '2026-11-23T12:05:01Z' }, now)).toMatchObject({
      reason: 'inTheFuture',
    });
  });

  test('is refused when it is older than raw events are kept', () => {
    expect(checkUsageEvent({ ...event, at: '2026-05-27T12:00:00Z' }, now)).toHaveProperty('event');
    expect(checkUsageEvent({ ...event, at: '2026-05-27T11:59:59Z' }, now)).toMatchObject({
      reason: 'tooOld',
    });
  });

  test('that says more than it may is refused, with the place named', () => {
    expect(checkUsageEvent({ ...event, subject: 'Invoice' }, now)).toMatchObject({
      reason: 'invalidEvent',
    });
    expect(checkUsageEvent({ ...event, version: -1 }, now)).toMatchObject({
      reason: 'invalidEvent',
      message: expect.stringContaining('version') as string,
    });
  });

  test('of whatever shape is answered, never thrown', () => {
    fc.assert(fc.property(fc.anything(), (anything) => 'reason' in checkUsageEvent(anything, now)));
  });
});
