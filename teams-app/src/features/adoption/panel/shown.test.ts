import { describe, expect, test } from 'vitest';
import { dashboard } from '../../../testing/dashboard';
import { lastWeeks } from './shown';

describe('looking back on fewer weeks', () => {
  const whole = dashboard();
  const cut = lastWeeks(whole, 6);

  test('keeps the last weeks that are over and the running one', () => {
    expect(cut.weeks).toEqual(whole.weeks.slice(-7));
    expect(lastWeeks(whole, 'all')).toBe(whole);
    expect(lastWeeks(whole, 26).weeks).toEqual(whole.weeks);
  });

  test('keeps what is listed by week beside its weeks', () => {
    for (const group of [...cut.departments, ...cut.jobFamilies]) {
      expect(group.active).toHaveLength(cut.weeks.length);
    }
    expect(cut.draftingTime.weekly).toEqual(whole.draftingTime.weekly.slice(-7));
    expect(cut.retention.every(({ startsOn }) => startsOn >= (cut.weeks[0]?.startsOn ?? ''))).toBe(
      true,
    );
  });

  test('leaves alone what is about a window of its own', () => {
    expect(cut.habit).toEqual(whole.habit);
    expect(cut.trust).toEqual(whole.trust);
    expect(cut.tasks).toEqual(whole.tasks);
  });
});
