import { expect, test } from 'vitest';
import { deliveryHealthOf, lagSeconds } from './deliveryHealth';

const now = new Date('2026-11-26T12:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

test.each([
  ['well', 'while nothing waits', { waiting: 0, parked: 0, oldestAcceptedAt: null }],
  [
    'well',
    'with a long queue that moves',
    { waiting: 9000, parked: 0, oldestAcceptedAt: ago(900) },
  ],
  [
    'lagging',
    'once the oldest waits over a quarter of an hour',
    { waiting: 1, parked: 0, oldestAcceptedAt: ago(901) },
  ],
  ['parked', 'as soon as one is parked', { waiting: 0, parked: 1, oldestAcceptedAt: null }],
  ['parked', 'also where others lag', { waiting: 1, parked: 1, oldestAcceptedAt: ago(9000) }],
] as const)('delivery is %s %s', (health, _, queue) => {
  expect(deliveryHealthOf(queue, now)).toBe(health);
});

test('the lag is the age of the oldest, and never less than nothing', () => {
  expect(lagSeconds({ waiting: 1, parked: 0, oldestAcceptedAt: ago(61) }, now)).toBe(61);
  expect(lagSeconds({ waiting: 1, parked: 0, oldestAcceptedAt: ago(-5) }, now)).toBe(0);
});
