import { afterEach, beforeEach, expect, test } from 'vitest';
import { starterFamilies } from '@last-mile/shared/library';
import { exercisesResponse } from '@last-mile/shared/practice';
import { createPracticeStage, type PracticeStage } from '../local-tenant/testing/practiceStage';
import { starterLibrary } from './features/library/starter/starterLibrary';
import { starterExercises } from './features/practice/exercises';

let stage: PracticeStage;
beforeEach(async () => {
  stage = await createPracticeStage();
});
afterEach(() => stage.close());

async function offered() {
  const response = await stage.ask('alice', '/api/practice/exercises');
  expect(response.status).toBe(200);
  return exercisesResponse.parse(await response.json()).exercises;
}

test('every job family of the starter library has three exercises or more, and one that trains judgement', async () => {
  const all = await offered();
  for (const family of starterFamilies) {
    const ids = new Set(
      starterExercises.filter((one) => one.family === family).map(({ id }) => id),
    );
    const own = all.filter(({ id }) => ids.has(id));
    expect([family, own.length >= 3]).toEqual([family, true]);
    const judged = own.filter(({ exercise }) => exercise.kind === 'judge');
    expect([family, judged.every(({ exercise }) => exercise.solution !== null)]).toEqual([
      family,
      true,
    ]);
    expect([family, judged.length >= 1]).toEqual([family, true]);
  }
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
});

test('what is to be tried is an item of the starter library, and linked once it is published here', async () => {
  const titles = new Set(starterLibrary.map(({ content }) => content.title));
  const tried = starterExercises.flatMap(({ tries }) => tries ?? []);
  expect(tried.filter((title) => !titles.has(title))).toEqual([]);
  expect((await offered()).every(({ exercise }) => exercise.itemKey === null)).toBe(true);
  const itemKey = await publish(tried[0] ?? '');
  const [linked, ...others] = (await offered()).filter(({ exercise }) => exercise.itemKey !== null);
  expect([linked?.exercise.itemKey, linked?.id, others]).toEqual([
    itemKey,
    starterExercises.find(({ tries }) => tries === tried[0])?.id,
    [],
  ]);
});

test('an exercise can be planned as it is offered', async () => {
  for (const { title, scenario, exercise } of await offered()) {
    expect((await stage.save(stage.planOf({ title, scenario, exercise }))).status).toBe(200);
  }
});

/** Takes the starter library, and publishes the item of this title; its key. */
async function publish(title: string): Promise<string> {
  await stage.ask('alice', '/api/library/starter', { families: [...starterFamilies] });
  await stage.settle();
  const stored = (await stage.product.lists.stores.Library.all()).find(
    ({ fields }) => fields['Title'] === title,
  );
  if (!stored) throw new Error(`No item is called ${title}`);
  const acted = async (as: 'alice' | 'bob', act: string) => {
    const { eTag } = (await stage.product.lists.stores.Library.get(stored.clientKey)) ?? {};
    const response = await stage.ask(as, `/api/library/${stored.clientKey}/${act}`, { eTag });
    expect([act, response.status]).toEqual([act, 200]);
  };
  await acted('alice', 'submission');
  await acted('bob', 'publication');
  return stored.clientKey;
}
