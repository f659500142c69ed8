import { expect, test } from 'vitest';
import type { DashboardWeek } from '../adoption';
import { dashboardWith, weekWith } from '../adoption/testDashboard';
import { checkpointFiguresOf } from './fiveQuestions';
import { allWell, shareOf } from './testFigures';

const unknown = { state: 'notEnoughData' } as const;

const dashboardOf = (weeks: DashboardWeek[]) =>
  dashboardWith({
    ...{ weeks, trust: allWell.trust, habit: allWell.use.habit },
    draftingTime: {
      ...{ weekly: [], observed: unknown },
      ...{ sinceStart: allWell.time.sinceStart, withTemplate: allWell.time.withTemplate },
    },
    ...{ feedback: allWell.feedback.health, improvements: allWell.feedback.improvements },
  });

const { attended, practised, againstOthers } = allWell.use;
const { tasks, savedTime } = allWell.time;
const beside = {
  ...{ attended, practised, againstOthers, tasks, savedTime },
  ownership: allWell.ownership,
};

test('a checkpoint’s figures are the dashboard’s at the end of its week', () => {
  const weeks = [
    weekWith('2026-W30', shareOf(800, 900), { phase: 'before' }),
    weekWith('2026-W35', shareOf(220, 900), { phase: 'before' }),
    weekWith('2026-W43', shareOf(400, 900)),
    weekWith('2026-W44', shareOf(560, 900)),
  ];
  expect(checkpointFiguresOf('2026-W44', dashboardOf(weeks), beside)).toEqual(allWell);
});

test('decay is looked for since the start, and unknown before a week of it is known', () => {
  const before = weekWith('2026-W30', shareOf(800, 900), { phase: 'before' });
  const hidden = weekWith('2026-W36', { state: 'hidden' });
  const { use } = checkpointFiguresOf('2026-W36', dashboardOf([before, hidden]), beside);
  expect([use.decaying, use.peak, use.active]).toEqual([null, null, { state: 'hidden' }]);
  const falling = [500, 300, 300].map((n, index) =>
    weekWith(`2026-W${37 + index}`, shareOf(n, 900)),
  );
  const later = checkpointFiguresOf('2026-W39', dashboardOf([before, ...falling]), beside);
  expect([later.use.decaying, later.use.peak?.week]).toEqual([true, '2026-W37']);
});

test('what the week before the start was is not made up', () => {
  const dashboard = dashboardOf([weekWith('2026-W36', shareOf(1, 900))]);
  expect(checkpointFiguresOf('2026-W36', dashboard, beside).use.before).toEqual(unknown);
});

test('figures of another week are not taken for a checkpoint’s', () => {
  const dashboard = dashboardOf([weekWith('2026-W36', shareOf(1, 900))]);
  expect(() => checkpointFiguresOf('2026-W37', dashboard, beside)).toThrow(RangeError);
});
