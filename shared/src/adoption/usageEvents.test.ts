import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkUsageEvent, deviceEvent } from './usageEvents';

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

  test('is taken exactly where its form allows it, however it is checked', () => {
    const nearlyAlways = <Value>(right: fc.Arbitrary<Value>, ...wrong: unknown[]) =>
      fc.oneof({ weight: 12, arbitrary: right }, fc.constantFrom<unknown>(...wrong));
    const key = nearlyAlways(
      fc.uuid().chain((lower) => fc.constantFrom(lower, lower.toUpperCase())),
      ...['', 'a key', '00000000-0000-0000-0000-000000000000', `${event.clientKey}0`, 1, null],
    );
    const days = ['01', '28', '29', '30', '31', '32', '00', '7'];
    const instants = fc
      .tuple(fc.constantFrom('2026-11', '2026-09', '2026-10', '2026-00'), fc.constantFrom(...days))
      .chain(([month, day]) =>
        fc
          .constantFrom(
            'T11:00:00Z',
            'T23:59:59.999Z',
            'T24:00:00Z',
            'T11:00Z',
            'T11:00:00+02:00',
            '',
          )
          .map((time) => `${month}-${day}${time}`),
      );
    const properties = {
      clientKey: key,
      kind: nearlyAlways(fc.constantFrom('promptCopied', 'templateInserted'), 'practised', 1),
      at: nearlyAlways(instants, 'today', 1, null),
      itemKey: key,
      version: nearlyAlways(fc.nat(), -1, 0.5, Number.NaN, Infinity, 2 ** 53, '1', null),
      surface: nearlyAlways(fc.constantFrom('teams', 'outlook'), 'copilot', undefined),
    };
    const requiredKeys = ['clientKey', 'kind', 'at', 'itemKey'] as const;
    const candidate = fc.oneof(
      { weight: 4, arbitrary: fc.record(properties) },
      fc.record(properties, { requiredKeys: [...requiredKeys] }),
      fc.record({ ...properties, subject: fc.constant('Invoice') }),
    );
    const later = new Date('2026-11-30T12:00:00Z');
    fc.assert(
      fc.property(candidate, (sent) => {
        const checked = checkUsageEvent(sent, later);
        const parsed = deviceEvent.safeParse(sent);
        if ('event' in checked) expect(checked.event).toEqual(parsed.data);
        else expect(parsed.success).toBe(checked.reason !== 'invalidEvent');
      }),
      { numRuns: 5_000 },
    );
  });

  test('of whatever shape is answered, never thrown', () => {
    fc.assert(fc.property(fc.anything(), (anything) => 'reason' in checkUsageEvent(anything, now)));
  });
});
