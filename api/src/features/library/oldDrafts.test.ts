import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { libraryItem, ownItemsResponse, type LibraryItem } from '@last-mile/shared/library';
import {
  createFeedbackStage,
  stageStart,
  type FeedbackStage,
} from '../../../local-tenant/testing/feedbackStage';
import type { PersonName } from '../../../local-tenant/testProduct';

let stage: FeedbackStage;
let approved: LibraryItem;
const keys = { left: randomUUID(), kept: randomUUID(), variant: randomUUID(), handedIn: '' };

beforeAll(async () => {
  stage = await createFeedbackStage();
  approved = await stage.publish();
  await draft(keys.left);
  await draft(keys.kept);
  await draft(keys.variant, {
    ...{ clientKey: approved.clientKey, version: approved.version, as: 'ownVariant' },
  });
  keys.handedIn = randomUUID();
  await draft(keys.handedIn);
  await act('carol', keys.handedIn, 'submission');
  // A change of an approved item that waits as a proposal.
  const proposal = { eTag: approved.eTag, content: { ...approved.content, body: 'Later.' } };
  await answerTo('carol', `/api/library/${approved.clientKey}/content`, proposal);
});
afterAll(() => stage.it.close());

const dayAfter = (days: number) =>
  new Date(Date.parse(stageStart) + days * 86_400_000).toISOString();

async function answerTo(name: PersonName, path: string, body?: object): Promise<unknown> {
  const response = await stage.it.ask(name, path, body);
  const answer = (await response.json()) as unknown;
  expect([path, response.status < 300, answer]).toEqual([path, true, answer]);
  return answer;
}

async function draft(clientKey: string, original: object | null = null): Promise<void> {
  const content = { ...approved.content, body: `Words of ${clientKey}.` };
  await answerTo('carol', '/api/library/drafts', { clientKey, content, original });
  await stage.it.settle();
}

const read = async (clientKey: string) =>
  libraryItem.parse(await answerTo('carol', `/api/library/${clientKey}`));

async function act(name: PersonName, clientKey: string, what: string, more: object = {}) {
  const { eTag } = await read(clientKey);
  await answerTo(name, `/api/library/${clientKey}/${what}`, { eTag, ...more });
}

async function runOn(days: number): Promise<void> {
  stage.setNow(dayAfter(days));
  await stage.it.product.retention.run();
  await stage.it.settle();
}

const warned = async () =>
  ownItemsResponse.parse(await answerTo('carol', '/api/library/own')).retiring;

test('a draft that nobody changes for a year is retired, after its author was told, and loses no word', async () => {
  expect(await warned()).toEqual([]);
  await runOn(306);
  const day = dayAfter(365).slice(0, 10);
  expect(await warned()).toEqual([
    { clientKey: keys.left, on: day },
    { clientKey: keys.kept, on: day },
  ]);
  const { content } = await read(keys.kept);
  await act('carol', keys.kept, 'content', { content: { ...content, title: 'Kept' } });
  expect(await warned()).toEqual([{ clientKey: keys.left, on: day }]);

  await runOn(364);
  expect((await read(keys.left)).status).toBe('draft');
  await runOn(366);
  expect(await read(keys.left)).toMatchObject({
    status: 'retired',
    content: { body: `Words of ${keys.left}.` },
  });
  const trail = await stage.it.database.query(
    `SELECT actor_id AS "actorId", subject FROM audit_trail WHERE action = 'library.draftRetired'`,
  );
  expect(trail).toEqual([{ actorId: 'last-mile', subject: keys.left }]);
});

test('what was changed meanwhile, handed in, proposed or kept beside an item stays as it is', async () => {
  expect((await read(keys.kept)).status).toBe('draft');
  expect((await read(keys.variant)).status).toBe('draft');
  expect((await read(keys.handedIn)).status).toBe('inReview');
  const item = await read(approved.clientKey);
  expect([item.status, item.proposal?.content.body]).toEqual(['published', 'Later.']);
});

test('its author takes it up again', async () => {
  await act('carol', keys.left, 'reinstatement');
  expect((await read(keys.left)).status).toBe('draft');
  await runOn(368);
  expect((await read(keys.left)).status).toBe('draft');
});
