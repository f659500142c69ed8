import { describe, expect, test } from 'vitest';
import type { DashboardResponse } from '@last-mile/shared/adoption';
import type { PracticeSession } from '@last-mile/shared/practice';
import { usualCalendar, type Programme } from '@last-mile/shared/programme';
import { createWorkCauses, type WorkSources } from './workCauses';

const programme: Programme = {
  ...{ clientKey: '00000000-0000-4000-8000-000000000101', name: 'Everyday AI' },
  ...{ ownerId: 'alice', deputyIds: [], sponsorId: 'dora', groupId: 'group', channelId: null },
  ...{ startsOn: '2026-11-02', weeks: 8, targetActiveRate: 0.6, timeZone: 'Europe/Berlin' },
  jobFamilies: [
    { id: 'audit', name: 'Audit' },
    { id: 'tax', name: 'Tax' },
  ],
  calendar: usualCalendar,
};

const nothing: WorkSources = {
  lateFeedback: () => Promise.resolve([]),
  reviewQueue: () => Promise.resolve({ items: [] }),
  dashboard: () => Promise.resolve({ weeks: [] }),
  effort: () => Promise.resolve({ weeks: [] }),
  checkpointWork: () => Promise.resolve({ open: [], toLookAt: [] }),
  phaseOf: () => Promise.resolve('lighter'),
  toCoach: () => Promise.resolve(new Map()),
  sessions: () => Promise.resolve([]),
  mappedTasks: () => Promise.resolve(new Set<string>()),
};

/** On a Wednesday of the fourth week. */
const causes = (sources: Partial<WorkSources>) =>
  createWorkCauses({ ...nothing, ...sources })(programme, new Date('2026-11-25T09:00:00Z'));

test('where nothing is to be done there is no line', async () => {
  expect(await causes({})).toEqual([]);
});

describe('use that goes down', () => {
  const week = (name: string, n: number, more: object = {}) =>
    ({
      ...{ week: name, phase: 'active', state: 'closed', active: { state: 'known', n, of: 100 } },
      ...more,
    }) as unknown as DashboardResponse['weeks'][number];
  const decay = (weeks: DashboardResponse['weeks']) =>
    causes({ dashboard: () => Promise.resolve({ weeks }) });

  test('is a line once two closed weeks lie under the best one since the start', async () => {
    const weeks = [week('2026-W45', 60), week('2026-W46', 50), week('2026-W47', 51)];
    expect(await decay(weeks)).toEqual([
      { kind: 'useDecays', week: '2026-W47', peakWeek: '2026-W45' },
    ]);
    expect(await decay(weeks.slice(0, 2))).toEqual([]);
  });

  test('is not judged by weeks before the start, that still run, or that are hidden', async () => {
    const before = week('2026-W44', 90, { phase: 'before' });
    const running = week('2026-W48', 10, { state: 'running' });
    const hidden = week('2026-W47', 0, { active: { state: 'hidden' } });
    expect(await decay([before, week('2026-W45', 60), hidden, running])).toEqual([]);
  });
});

test('people to coach are a line for each reason that holds for somebody', async () => {
  const toCoach = () =>
    Promise.resolve(new Map([['neverStarted', 3] as const, ['wentQuiet', 0] as const]));
  expect(await causes({ toCoach })).toEqual([
    { kind: 'peopleToCoach', reason: 'neverStarted', people: 3, week: '2026-11-23' },
  ]);
});

describe('practice', () => {
  const session = (more: object) =>
    ({
      ...{ clientKey: crypto.randomUUID(), title: 'Letters', jobFamily: null, minutes: 20 },
      ...{ startsAt: '2026-12-01T09:00:00Z', workflowKey: 'task', scenario: 'A client asks.' },
      ...{ exercise: {}, place: {}, ...more },
    }) as unknown as PracticeSession;
  const practice = (sessions: readonly PracticeSession[], more: Partial<WorkSources> = {}) =>
    causes({
      phaseOf: () => Promise.resolve('active'),
      sessions: () => Promise.resolve(sessions),
      mappedTasks: () => Promise.resolve(new Set(['task'])),
      ...more,
    });

  test('is missing for a job family without a session in the week to come', async () => {
    expect(await practice([session({ jobFamily: 'audit' })])).toEqual([
      { kind: 'noSession', jobFamily: 'tax', week: '2026-11-30' },
    ]);
    expect(await practice([session({})])).toEqual([]);
  });

  test('is not prepared while the next session lacks something and is a week away or less', async () => {
    const next = session({ scenario: '', place: null });
    expect(await practice([next])).toEqual([
      {
        ...{ kind: 'sessionNotPrepared', clientKey: next.clientKey, title: 'Letters' },
        ...{ on: '2026-12-01', gaps: 2 },
      },
    ]);
    const later = session({ scenario: '', startsAt: '2026-12-10T09:00:00Z' });
    expect(await practice([session({}), later])).toEqual([]);
  });

  test('is asked for in the active weeks only', async () => {
    const phaseOf = () => Promise.resolve('lighter' as const);
    expect(await practice([], { phaseOf })).toEqual([]);
  });
});
