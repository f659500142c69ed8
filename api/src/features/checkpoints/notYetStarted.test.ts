import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  createCheckpointStage,
  type CheckpointStage,
} from '../../../local-tenant/testing/checkpointStage';
import { people } from '../../../local-tenant/testProduct';

const otherProgramme = '00000000-0000-4000-8000-000000000102';
const otherGroup = '00000000-0000-4000-8000-0000000000f2';
const others = Array.from(
  { length: 12 },
  (_, index) => `00000000-0000-4000-8000-${String(index + 400).padStart(12, '0')}`,
);

let stage: CheckpointStage;
beforeEach(async () => {
  stage = await createCheckpointStage();
});
afterEach(() => stage.close());

/** A second programme that begins on a day, and these people of it, known as long as the first one's. */
async function secondProgramme(startsOn: string, memberIds: readonly string[]) {
  const { Programmes } = stage.product.lists.stores;
  const item = await Programmes.get(otherProgramme);
  await Programmes.edit(otherProgramme, item?.eTag ?? '', {
    ...{ actorId: people.erin, fields: { StartsOn: startsOn } },
  });
  stage.tenant.directory.addUsers(
    others.map((id, index) => ({
      ...{ id, displayName: `Other ${index}`, userPrincipalName: `other${index}@example.com` },
      ...{ mail: null, department: 'Tax', jobTitle: null, accountEnabled: true },
      preferredLanguage: null,
    })),
  );
  stage.tenant.directory.addGroup({ id: otherGroup, displayName: 'Second', memberIds });
  await stage.product.members.run();
}

async function against() {
  await stage.take();
  return (await stage.checkpoints()).taken[0]?.figures.use.againstOthers;
}

describe('a comparison with people who have not started', () => {
  test('is how much more the share of active weeks rose, by person, from before the start', async () => {
    await secondProgramme('2027-03-01', others);
    // Nine of fifteen act in all four weeks, and three of them did in one of the two before.
    await stage.useWeekly(stage.members.slice(0, 9));
    for (const userId of stage.members.slice(0, 3)) await stage.use(userId, '2026-10-21T09:00:00Z');
    // Three of twelve do, of whom nobody began before.
    await stage.useWeekly(others.slice(0, 3));
    const found = await against();
    expect(found).toMatchObject({ state: 'known', people: 15, others: 12 });
    if (found?.state !== 'known') throw new Error('Nothing was found.');
    expect(found.change).toBeCloseTo(9 / 15 - 3 / 15 / 2);
    expect(found.othersChange).toBeCloseTo(3 / 12);
    expect(found.difference).toBeCloseTo(0.25);
    expect(found.low).toBeLessThan(0.25);
    expect(found.high).toBeGreaterThan(0.25);
  });

  test('leaves out who was ever in both', async () => {
    await secondProgramme('2027-03-01', [...others, ...stage.members.slice(0, 2)]);
    await stage.useWeekly([...stage.members.slice(0, 9), ...others.slice(0, 3)]);
    expect(await against()).toMatchObject({ state: 'known', people: 13, others: 12 });
  });

  test('is refused where there are fewer than ten of them', async () => {
    await secondProgramme('2027-03-01', others.slice(0, 9));
    await stage.useWeekly([...stage.members.slice(0, 9), ...others.slice(0, 3)]);
    expect(await against()).toEqual({ state: 'notEnoughData' });
  });

  test('is not there where every other programme has begun', async () => {
    await secondProgramme('2026-11-23', others);
    await stage.useWeekly(stage.members.slice(0, 9));
    expect(await against()).toBeNull();
  });
});
