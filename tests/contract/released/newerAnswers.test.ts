import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  casesClient,
  checkpointsClient,
  coachingClient,
  createApiClient,
  libraryClient,
  practiceClient,
  sessionClient,
  settingsClient,
  triageClient,
  weekClient,
  workflowsClient,
} from '@last-mile/shared/client';
import {
  createFeedbackStage,
  type FeedbackStage,
} from '../../../api/local-tenant/testing/feedbackStage';

let stage: FeedbackStage;
let itemKey: string;
beforeAll(async () => {
  stage = await createFeedbackStage();
  itemKey = (await stage.publish()).clientKey;
  await stage.send({ about: { type: 'libraryItem', itemKey, version: 1 } });
});
afterAll(() => stage.it.close());

/** The same with a property that no client of now has heard of, in every object. */
function grown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(grown);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, each]) => [name, grown(each)]);
  return { ...Object.fromEntries(entries), saidByANewerRelease: { more: ['than', 'before'] } };
}

const client = createApiClient({
  accessToken: () => stage.it.token('alice'),
  fetch: async (path, init) => {
    const response = await stage.it.product.app.http.request(path, init);
    return Response.json(grown(await response.json()), { status: response.status });
  },
});
const library = libraryClient(client);
const practice = practiceClient(client);
const settings = settingsClient(client);

test.each<[string, () => Promise<unknown>]>([
  ['me', () => client.me()],
  ['tasks', () => client.workflows()],
  ['dashboard', () => client.dashboard()],
  ['library', () => library.library({})],
  ['item', () => library.libraryItem(itemKey)],
  ['shelves', () => library.libraryShelves()],
  ['own items', () => library.ownItems()],
  ['review', () => library.reviewQueue()],
  ['translations', () => library.translations(itemKey)],
  ['versions', () => library.versions(itemKey)],
  ['heat', () => library.paragraphHeat(itemKey, 1)],
  ['standards', () => library.requiredStandards()],
  ['build sessions', () => sessionClient(client).sessions()],
  ['cases', () => casesClient(client).cases({})],
  ['checkpoints', () => checkpointsClient(client).checkpoints()],
  ['coaching', () => coachingClient(client).coaching()],
  ['job families', () => settings.jobFamilies()],
  ['notifications', () => settings.noticesStatus()],
  ['library settings', () => settings.librarySettings()],
  ['effort', () => weekClient(client).effort()],
  ['work', () => weekClient(client).work()],
  ['maps', () => workflowsClient(client).maps()],
  ['feedback overview', () => triageClient(client).overview()],
  ['practice', () => practice.sessions()],
  ['practice figures', () => practice.figures()],
])('%s is read from an API that says more than it does now', async (_what, ask) => {
  const answer = await ask();
  expect(JSON.stringify(answer)).not.toContain('saidByANewerRelease');
});
