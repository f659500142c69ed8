import { expect, test } from 'vitest';
import type { DashboardResponse, DashboardWeek, PeopleShare } from '../adoption';
import { checkpointFiguresOf } from './fiveQuestions';
import { allWell, shareOf } from './testFigures';

const unknown = { state: 'notEnoughData' } as const;

function weekOf(
  week: string,
  active: PeopleShare,
  more: Partial<Pick<DashboardWeek, 'phase' | 'state'>> = {},
): DashboardWeek {
  return {
    ...{ week, startsOn: '2026-08-31', state: 'closed', phase: 'active' },
    ...{ active, aiUse: active, templateUse: active },
    surfaces: { teams: active, outlook: active, copilot: active },
    ...{ lifecycle: null, moved: { joined: unknown, left: unknown }, revision: null },
    ...more,
  };
}

const dashboardOf = (weeks: DashboardWeek[]): DashboardResponse => ({
  ...{ asOf: '2026-10-01T08:00:00Z', programmeName: 'Pilot', timeZone: 'Europe/Berlin' },
  ...{ targetActiveRate: 0.6, smallestGroup: 5, weeks, departments: [], jobFamilies: [] },
  ...{ habit: allWell.use.habit, retention: [] },
  draftingTime: {
    ...{ weekly: [], observed: unknown },
    ...{ sinceStart: allWell.time.sinceStart, withTemplate: allWell.time.withTemplate },
  },
  ...{ trust: allWell.trust, tasks: [], copilot: { state: 'none' } },
  library: {
    ...{ published: 0, drafts: 0, pastReview: 0, proposals: 0 },
    ...{ neverUsed: 0, tasks: 0, tasksWithItem: 0 },
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
    weekOf('2026-W30', shareOf(800, 900), { phase: 'before' }),
    weekOf('2026-W35', shareOf(220, 900), { phase: 'before' }),
    weekOf('2026-W43', shareOf(400, 900)),
    weekOf('2026-W44', shareOf(560, 900)),
  ];
  expect(checkpointFiguresOf('2026-W44', dashboardOf(weeks), beside)).toEqual(allWell);
});

test('decay is looked for since the start, and unknown before a week of it is known', () => {
  const before = weekOf('2026-W30', shareOf(800, 900), { phase: 'before' });
  const hidden = weekOf('2026-W36', { state: 'hidden' });
  const { use } = checkpointFiguresOf('2026-W36', dashboardOf([before, hidden]), beside);
  expect([use.decaying, use.peak, use.active]).toEqual([null, null, { state: 'hidden' }]);
  const falling = [500, 300, 300].map((n, index) => weekOf(`2026-W${37 + index}`, shareOf(n, 900)));
  const later = checkpointFiguresOf('2026-W39', dashboardOf([before, ...falling]), beside);
  expect([later.use.decaying, later.use.peak?.week]).toEqual([true, '2026-W37']);
});

test('what the week before the start was is not made up', () => {
  const dashboard = dashboardOf([weekOf('2026-W36', shareOf(1, 900))]);
  expect(checkpointFiguresOf('2026-W36', dashboard, beside).use.before).toEqual(unknown);
});

test('figures of another week are not taken for a checkpoint’s', () => {
  const dashboard = dashboardOf([weekOf('2026-W36', shareOf(1, 900))]);
  expect(() => checkpointFiguresOf('2026-W37', dashboard, beside)).toThrow(RangeError);
});
