import { expect, test } from 'vitest';
import { createLimits } from './limits';

test('what a sample’s months took in seconds is not held against the minute that follows', () => {
  const now = () => new Date('2026-11-23T09:00:00Z');
  const limits = createLimits({ licences: 900, enforceLimits: true }, now);
  const spend = () => limits.take({ clientId: 'one', units: 1250 }).retryAfter;
  expect(spend()).toBeUndefined();
  expect(spend()).toBeGreaterThan(0);
  limits.forget();
  expect(spend()).toBeUndefined();
});
