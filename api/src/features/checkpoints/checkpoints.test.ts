import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dashboardResponse, type DashboardResponse } from '@last-mile/shared/adoption';
import { checkpointsResponse, type Checkpoint } from '@last-mile/shared/checkpoints';
import {
  createCheckpointStage,
  dayThirty,
  weekOfDayThirty,
  type CheckpointStage,
} from '../../../local-tenant/testing/checkpointStage';
import { people } from '../../../local-tenant/testProduct';
import type { Fields } from '../../sync/listDefinition';
import { checkpointKey } from './checkpointsList';

let stage: CheckpointStage;
beforeEach(async () => {
  stage = await createCheckpointStage();
});
afterEach(() => stage.close());

/** So many people use something in each week up to that of day 30, and three did before the start. */
async function used(count = 9) {
  await stage.useWeekly(stage.members.slice(0, count));
  for (const userId of stage.members.slice(0, 3)) await stage.use(userId, '2026-10-28T09:00:00Z');
}

async function only(): Promise<Checkpoint> {
  const [first, ...others] = (await stage.checkpoints()).taken;
  if (!first || others.length > 0) throw new Error('There is not one checkpoint.');
  return first;
}

async function editProgramme(fields: Fields) {
  const { Programmes } = stage.product.lists.stores;
  const item = await Programmes.get(stage.programme.clientKey);
  const change = { actorId: people.alice, fields };
  await Programmes.edit(stage.programme.clientKey, item?.eTag ?? '', change);
}

/** The programme's checkpoints in SharePoint. */
async function copies() {
  return (await stage.product.lists.stores.Checkpoints.all()).filter(
    ({ fields }) => fields['ProgrammeKey'] === stage.programme.clientKey,
  );
}

async function dashboardUntil(until: string): Promise<DashboardResponse> {
  const response = await stage.ask('alice', `/api/adoption/dashboard?until=${until}`);
  return dashboardResponse.parse(await response.json());
}

describe('a checkpoint', () => {
  test('is taken once its week is closed and its day is over, and not before', async () => {
    await used();
    stage.clock.at = new Date('2026-12-02T20:00:00Z');
    await stage.take();
    expect(await stage.checkpoints()).toMatchObject({
      ...{ taken: [], missing: [], decisions: [] },
      next: { day: 30, takenFrom: '2026-12-03' },
    });
    stage.clock.at = dayThirty;
    await stage.take();
    const answer = await stage.checkpoints();
    expect(answer.taken).toMatchObject([
      { day: 30, week: weekOfDayThirty, takenAt: dayThirty.toISOString(), people: 15 },
    ]);
    expect(answer.next).toEqual({ day: 60, takenFrom: '2027-01-02' });
  });

  test('says of that week what the dashboard says, figure by figure', async () => {
    await used();
    await stage.take();
    const { figures, people: about } = await only();
    const shown = await dashboardUntil(weekOfDayThirty);
    expect(shown.weeks.map(({ week }) => week).at(-1)).toBe(weekOfDayThirty);
    const last = shown.weeks.at(-1);
    expect(last?.active).toEqual({ state: 'known', n: 9, of: about });
    expect(figures.use).toMatchObject({
      target: shown.targetActiveRate,
      before: shown.weeks.find(({ week }) => week === '2026-W44')?.active,
      ...{ active: last?.active, habit: shown.habit },
      ...{ decaying: false, peak: { n: 9, of: 15 } },
    });
    expect(figures.time.sinceStart).toEqual(shown.draftingTime.sinceStart);
    expect(figures.time.withTemplate).toEqual(shown.draftingTime.withTemplate);
    expect(figures.trust).toEqual(shown.trust);
    expect(figures.feedback).toEqual({
      health: shown.feedback,
      improvements: shown.improvements,
    });
  });

  test('never changes: not by late events, late members, another target or a decision', async () => {
    await used();
    await stage.take();
    const frozen = await (await stage.ask('alice', '/api/checkpoints')).text();
    const [onlyOne] = checkpointsResponse.parse(JSON.parse(frozen)).taken;
    // All who were not active are, late.
    for (const userId of stage.members.slice(9)) await stage.use(userId, '2026-11-25T09:00:00Z');
    stage.setMembers(stage.members.slice(0, 12));
    await stage.product.members.run();
    await editProgramme({ TargetActiveRate: 0.9 });
    stage.clock.at = new Date('2026-12-10T08:00:00Z');
    await stage.take();
    expect((await dashboardUntil(weekOfDayThirty)).targetActiveRate).toBe(0.9);
    expect((await dashboardUntil(weekOfDayThirty)).weeks.at(-1)?.active).toEqual({
      ...{ state: 'known', n: 15, of: 15 },
    });
    expect(JSON.stringify(await only())).toBe(JSON.stringify(onlyOne));
  });

  test('that was missed is taken later, about its own week', async () => {
    await used();
    stage.clock.at = new Date('2027-01-20T08:00:00Z');
    await stage.take();
    expect((await stage.checkpoints()).taken.map(({ day, week }) => [day, week])).toEqual([
      [30, '2026-W48'],
      [60, '2026-W52'],
    ]);
  });

  test('of a week before the first that was measured is said never to be taken', async () => {
    await stage.database.query(`UPDATE membership_span SET valid_from = '2026-12-07'`);
    stage.clock.at = new Date('2027-01-20T08:00:00Z');
    await stage.take();
    const answer = await stage.checkpoints();
    expect(answer.taken.map(({ day }) => day)).toEqual([60]);
    expect(answer.missing).toEqual([{ day: 30, because: 'notMeasured' }]);
    expect(answer.next?.day).toBe(90);
  });

  test('is not taken any more where the programme ended before its day', async () => {
    const ended = {
      ending: { how: 'stop', reason: 'Moved' },
      message: 'Thanks',
      endedOn: '2026-12-20',
    };
    await editProgramme({ Ended: JSON.stringify(ended) });
    await used();
    stage.clock.at = new Date('2027-02-20T08:00:00Z');
    await stage.take();
    const answer = await stage.checkpoints();
    expect(answer.taken.map(({ day }) => day)).toEqual([30]);
    expect([answer.missing, answer.next]).toEqual([[], null]);
  });

  test('is taken once by two instances at the same time', async () => {
    await used();
    const other = await stage.another();
    await Promise.all([stage.take(), other.checkpoints.run(), stage.take()]);
    await Promise.all([stage.take(), other.checkpoints.run()]);
    await stage.settle();
    expect((await stage.checkpoints()).taken).toHaveLength(1);
    expect(await copies()).toHaveLength(1);
  });

  test('is taken whole or not at all when its instance dies, and by the next one', async () => {
    await used();
    await stage.database.query(`
      CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$;
      CREATE TRIGGER die AFTER INSERT ON taken_checkpoint
        FOR EACH ROW EXECUTE FUNCTION die()`);
    await stage.product.checkpoints.run();
    expect((await stage.checkpoints()).taken).toEqual([]);
    await stage.database.query('DROP TRIGGER die ON taken_checkpoint');
    const next = await stage.another();
    await next.checkpoints.run();
    await stage.settle();
    expect((await stage.checkpoints()).taken).toHaveLength(1);
    expect(await copies()).toHaveLength(1);
  });

  test('waits while a figure is being worked out', async () => {
    await used();
    // Whoever works figures out keeps this row; nobody else gets on meanwhile.
    let finish: (() => void) | undefined;
    const held = new Promise<void>((resolve) => (finish = resolve));
    const holding = stage.database.transaction(async (tx) => {
      await tx.query('LOCK TABLE kept_window IN SHARE ROW EXCLUSIVE MODE');
      await held;
    });
    await stage.product.checkpoints.run();
    expect((await stage.checkpoints()).taken).toEqual([]);
    finish?.();
    await holding;
    await expect
      .poll(
        async () => {
          await stage.product.checkpoints.run();
          return (await stage.checkpoints()).taken.length;
        },
        { timeout: 10_000 },
      )
      .toBe(1);
  });
});

describe('the copy in SharePoint', () => {
  const copy = () => stage.product.lists.stores.Checkpoints;
  const key = () => checkpointKey(stage.programme.clientKey, 30);

  beforeEach(async () => {
    await used();
    await stage.take();
    await stage.settle();
  });

  async function editCopy(fields: Record<string, string>) {
    const item = await copy().get(key());
    await copy().edit(key(), item?.eTag ?? '', { actorId: people.alice, fields });
  }

  test('can be edited by hand, and people see what was taken all the same', async () => {
    const before = JSON.stringify(await only());
    await editCopy({ Use: '{"target":0.1}', Findings: '{"found":[],"notJudged":[]}' });
    expect(JSON.stringify(await only())).toBe(before);
  });

  test('is shown where the database is a new one, to the letter', async () => {
    const before = JSON.stringify(await only());
    await stage.database.query('DELETE FROM taken_checkpoint');
    await stage.take();
    expect(JSON.stringify(await only())).toBe(before);
    expect(await stage.database.query('SELECT FROM taken_checkpoint')).toEqual([]);
  });

  test('and the one in the database changed: it is said, and nothing is shown', async () => {
    await editCopy({ Trust: '{}' });
    await stage.database.query(
      `UPDATE taken_checkpoint SET content = replace(content, '"people":15', '"people":16')`,
    );
    await stage.take();
    expect(await stage.checkpoints()).toMatchObject({
      taken: [],
      missing: [{ day: 30, because: 'sealBroken' }],
      next: { day: 60 },
    });
  });

  test('of another programme is no checkpoint of this one', async () => {
    await stage.database.query(`UPDATE taken_checkpoint SET day = 60 WHERE programme_key = $1`, [
      stage.programme.clientKey,
    ]);
    const { taken, missing } = await stage.checkpoints();
    expect(taken.map(({ day }) => day)).toEqual([30]);
    expect(missing).toEqual([{ day: 60, because: 'sealBroken' }]);
  });
});

describe('a small group', () => {
  test('is hidden on the checkpoint wherever it is hidden on the dashboard', async () => {
    stage.setMembers(stage.members.slice(0, 4));
    stage.clock.at = new Date('2026-11-02T08:00:00Z');
    await stage.product.members.run();
    await used(4);
    await stage.take();
    const { figures, people: about } = await only();
    const shown = await dashboardUntil(weekOfDayThirty);
    expect(figures.use.active).toEqual({ state: 'hidden' });
    expect(figures.use.active).toEqual(shown.weeks.at(-1)?.active);
    expect(about).toBeNull();
    const { attended, practised, habit, peak } = figures.use;
    expect([attended.state, practised.state, habit.state]).not.toContain('known');
    expect(peak?.week).not.toBe(weekOfDayThirty);
  });

  test('leaders see exactly what champions see, and nobody’s id or name', async () => {
    await used();
    await stage.take();
    const ofLeader = await (await stage.ask('dora', '/api/checkpoints')).text();
    expect(ofLeader).toBe(await (await stage.ask('alice', '/api/checkpoints')).text());
    for (const [name, id] of Object.entries(people)) {
      expect(ofLeader.toLowerCase()).not.toContain(id);
      expect(ofLeader.toLowerCase()).not.toContain(`${name} example`);
    }
  });
});
