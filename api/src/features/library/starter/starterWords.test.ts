import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  libraryResponse,
  starterFamilies,
  starterResponse,
  tasksOfEverybody,
  tasksOfStarterFamily,
} from '@last-mile/shared/library';
import { createTestProduct, type TestProduct } from '../../../../local-tenant/testProduct';
import { mapTask } from '../../../../local-tenant/testing/mapTask';
import { starterLibrary } from './starterLibrary';

let it: TestProduct;
beforeAll(async () => {
  it = await createTestProduct();
});
afterAll(() => it.close());

const path = '/api/library/starter';

async function titled(title: string) {
  const response = await it.ask('bob', `/api/library?q=${encodeURIComponent(title)}`);
  const { items } = libraryResponse.parse(await response.json());
  return items.find(({ content }) => content.title === title)?.content;
}

test('a task or a job family that the programme does not have is named, and nothing is taken', async () => {
  const response = await it.ask('alice', path, {
    families: ['people-finance'],
    tasks: [{ from: 'overdue invoice', to: crypto.randomUUID() }],
    jobFamilies: [{ from: 'people-finance', to: 'nobody here' }],
  });
  expect(response.status).toBe(400);
  const { issues } = (await response.json()) as { issues: { path: string }[] };
  expect(issues.map((issue) => issue.path)).toEqual(['tasks.0.to', 'jobFamilies.0.to']);
  const { items } = libraryResponse.parse(await (await it.ask('bob', '/api/library')).json());
  expect(items).toEqual([]);
});

test('drafts come on the programme’s own tasks and for its own job families', async () => {
  const taskKey = await mapTask(it, it.programme.clientKey, 'Chase what is overdue');
  const response = await it.ask('alice', path, {
    families: ['people-finance'],
    tasks: [{ from: 'overdue invoice', to: taskKey.toUpperCase() }],
    jobFamilies: [{ from: 'people-finance', to: 'audit' }],
  });
  expect(starterResponse.parse(await response.json()).known).toBe(0);
  await it.settle();

  const titleOn = (task: string) =>
    starterLibrary.find(
      (item) => item.task === task && item.content.jobFamilies.includes('people-finance'),
    )!.content.title;
  expect(await titled(titleOn('overdue invoice'))).toMatchObject({
    ...{ taskKey, stepKey: null, jobFamilies: ['audit'] },
  });
  // Nobody said what this one is here.
  expect(await titled(titleOn('monthly figures'))).toMatchObject({ taskKey: null });
});

test('what is said of which tasks serve a job family is true of the library', () => {
  const tasksOf = (isOf: (families: readonly string[]) => boolean) =>
    new Set(starterLibrary.flatMap(({ task, content }) => (isOf(content.jobFamilies) ? task : [])));
  for (const family of starterFamilies) {
    expect(new Set(tasksOfStarterFamily[family])).toEqual(
      tasksOf((families) => families.includes(family)),
    );
  }
  expect(new Set(tasksOfEverybody)).toEqual(tasksOf((families) => families.length === 0));
});
