import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  createSiteStage,
  productApp,
  siteUrl,
  stagePeople,
  type SiteStage,
} from '../../../local-tenant/testing/siteStage';
import { GraphError } from '../../graph/graphError';
import type { Send } from '../../graph/send';
import { listDefinitions } from '../../lists';
import type { StepGround } from '../step';
import { compareSite } from './compareSite';
import { openSite } from './site';

/** A list that the programme's people may read: what is for the owners alone takes fewer steps. */
const definitions = listDefinitions.filter(({ name }) => name === 'AssistantChanges');

let stage: SiteStage;
beforeEach(async () => {
  stage = await createSiteStage();
});
afterEach(async () => {
  await stage.tenant.close();
});

async function compare({ graph, sharePoint }: StepGround = stage.ground()) {
  const site = await openSite(graph, siteUrl, sharePoint);
  const { changes, conflicts, unread } = await compareSite(site, { definitions, app: productApp });
  expect([conflicts, unread]).toEqual([[], []]);
  return changes;
}
async function provisionAll(ground?: StepGround) {
  for (const change of await compare(ground)) await change.apply();
}

/** What the site holds in the end: each list once, whole, and open to nobody but whom it is for. */
function expectInPlace() {
  const { sharePoint } = stage.tenant;
  const lists = sharePoint.lists();
  expect(lists.map(({ displayName }) => displayName)).toEqual(definitions.map(({ name }) => name));
  for (const [index, list] of lists.entries()) {
    const names = list.columns.map(({ name }) => name);
    const wanted = definitions[index]!.columns.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(wanted));
    expect(sharePoint.rightsOn(list.id, stagePeople.ada)).toBe('owner');
    expect(sharePoint.rightsOn(list.id, stagePeople.cora)).toBe('none');
  }
}

test('a run that ends after any of its changes is finished by the next', async () => {
  const { length } = await compare();
  for (let done = 0; done < length; done++) {
    await stage.tenant.close();
    stage = await createSiteStage();
    for (const change of (await compare()).slice(0, done)) await change.apply();
    await provisionAll();
    expectInPlace();
    expect(await compare()).toEqual([]);
  }
});

/** The trouble that one request of a run meets. */
const troubles: Readonly<Record<string, (pass: () => Promise<Response>) => Promise<Response>>> = {
  'is throttled': () => Promise.resolve(refused(429)),
  'meets a service that is down': () => Promise.resolve(refused(503)),
  'is lost on the way': () => Promise.reject(new TypeError('fetch failed')),
  'is done and its answer is lost': async (pass) => {
    await pass();
    throw new TypeError('fetch failed');
  },
};
const refused = (status: number) =>
  Response.json(
    { error: { code: 'activityLimitReached', message: 'Wait.' } },
    { status, headers: { 'Retry-After': '0' } },
  );

describe.each(Object.entries(troubles))('when any one request %s', (_what, trouble) => {
  test('the run ends right, or says so, and the next has the rest', async () => {
    const agreed = (await compare()).map(({ what }) => what);
    let asked = 0;
    for (let troubled = 1; asked >= troubled - 1; troubled++) {
      await stage.tenant.close();
      stage = await createSiteStage();
      asked = 0;
      const through =
        (send: Send): Send =>
        (request) =>
          ++asked === troubled ? trouble(() => send(request)) : send(request);
      await provisionAll(stage.ground({ through })).catch((error: unknown) => {
        expect(error).toBeInstanceOf(GraphError);
      });
      // What is left is told in the words that were agreed to.
      for (const { what } of await compare()) expect(agreed).toContain(what);
      await provisionAll();
      expectInPlace();
    }
    expect(asked).toBeGreaterThan(15);
  });
});
