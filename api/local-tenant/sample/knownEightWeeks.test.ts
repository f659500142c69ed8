import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dashboardResponse } from '@last-mile/shared/adoption';
import type { Checkpoint } from '@last-mile/shared/checkpoints';
import { createSampleStage, type LivedThrough, type SampleStage } from '../testing/sampleStage';

const fillingMs = 240_000;

const percentOf = (figure: Checkpoint['figures']['use']['active']) =>
  figure.state === 'known' ? Math.round((100 * figure.n) / figure.of) : null;
describe('the known eight weeks', () => {
  let stage: SampleStage;
  let lived: LivedThrough;
  beforeAll(async () => {
    stage = await createSampleStage();
    lived = await stage.liveThrough({ owner: 'works' });
  }, fillingMs);
  afterAll(() => stage.close());

  test('have a checkpoint of their fourth, their eighth and the thirteenth week', () => {
    expect(lived.shown.taken.map(({ day, week }) => [day, week])).toEqual([
      [30, '2026-W39'],
      [60, '2026-W43'],
      [90, '2026-W48'],
    ]);
    expect([lived.shown.missing, lived.shown.next]).toEqual([[], null]);
  });

  test('went from 22 % to 71 % weekly active people, says the one of week eight', () => {
    const { use } = lived.shown.taken[1]?.figures ?? {};
    expect(use && [percentOf(use.before), percentOf(use.active)]).toEqual([22, 71]);
    expect(use?.peak?.week).toBe('2026-W43');
  });

  test('were practised by ever more people, says each, and about half of those did it on their own task', () => {
    const shares = lived.shown.taken.map(({ figures: { use } }) => percentOf(use.attended));
    expect(shares).toEqual([...shares].sort((one, other) => (one ?? 0) - (other ?? 0)));
    expect(shares[0]).toBeLessThan(35);
    expect(shares[2]).toBeGreaterThan(55);
    const { attended, practised } = lived.shown.taken[2]?.figures.use ?? {};
    if (attended?.state !== 'known' || practised?.state !== 'known') throw new Error('Not known');
    expect(practised.n / attended.n).toBeGreaterThan(0.4);
    expect(practised.n / attended.n).toBeLessThan(0.6);
  });

  test('took minutes off a draft, whoever wrote it, and steps off tasks by people’s own word', () => {
    for (const { figures } of lived.shown.taken) {
      const { sinceStart, withTemplate, tasks } = figures.time;
      expect(sinceStart.state === 'known' && sinceStart.high).toBeLessThan(0);
      expect(withTemplate.state === 'known' && withTemplate.high).toBeLessThan(0);
      const told = tasks.flatMap(({ since }) => (since.state === 'known' ? since.high : []));
      expect(told.length).toBeGreaterThanOrEqual(3);
      for (const high of told) expect(high).toBeLessThan(0);
    }
  });

  test('left 47 improvements, several of which went to the vendor', () => {
    const { improvements } = lived.shown.taken[2]?.figures.feedback ?? {};
    expect(improvements?.total).toBe(47);
    expect(improvements?.byRoute.vendor).toBeGreaterThanOrEqual(3);
  });

  test('say where saved time went, in people’s own words of that month', () => {
    for (const { figures } of lived.shown.taken) {
      expect(figures.time.savedTime).toMatchObject({ state: 'known' });
    }
  });

  test('say who answered for it, and what it took in the weeks that were written down', () => {
    const ownership = lived.shown.taken.map(({ figures }) => figures.ownership);
    expect(ownership.map(({ owner }) => owner.state)).toEqual(['present', 'present', 'present']);
    for (const { effort } of ownership) {
      expect(effort.written?.actualHours).toBeGreaterThan(0);
      expect(effort.written?.plannedHours).toBeGreaterThan(0);
    }
  });

  test('give no rule anything to revise', () => {
    for (const { diagnosis } of lived.shown.taken) {
      expect(diagnosis).toEqual({ found: [], notJudged: [] });
    }
  });

  test('say at each what the dashboard says of that week, and never anything else later', async () => {
    const [first, second, third] = lived.shown.taken;
    const frozen = [[first], [first, second], [first, second, third]];
    expect(lived.asTaken).toEqual(frozen.map((taken) => JSON.stringify(taken)));
    for (const { week, figures } of lived.shown.taken) {
      const shown = await dashboardOf(stage, week);
      const { habit, active, target } = figures.use;
      expect(active).toEqual(shown.weeks.at(-1)?.active);
      expect([habit, target]).toEqual([shown.habit, shown.targetActiveRate]);
      expect(figures.time.sinceStart).toEqual(shown.draftingTime.sinceStart);
      expect(figures.time.withTemplate).toEqual(shown.draftingTime.withTemplate);
      const { keptShare, redoRate } = figures.trust;
      expect([keptShare, redoRate]).toEqual([shown.trust.keptShare, shown.trust.redoRate]);
    }
    const { feedback, trust } = await dashboardOf(stage, third?.week);
    expect(third?.figures.feedback.health).toEqual(feedback);
    expect(third?.figures.trust).toEqual(trust);
  });
});

async function dashboardOf(stage: SampleStage, until: string | undefined) {
  const response = await stage.ask('owner', `/api/adoption/dashboard?until=${until ?? ''}`);
  return dashboardResponse.parse(await response.json());
}
