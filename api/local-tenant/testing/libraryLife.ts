import { randomUUID } from 'node:crypto';
import {
  laterContent,
  libraryItem,
  libraryResponse,
  ownItemsResponse,
  reviewResponse,
  versionsResponse,
  type DraftRequest,
  type EditRequest,
  type LibraryContent,
  type LibraryItem,
} from '@last-mile/shared/library';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { createTestProduct, people, type PersonName, type TestProduct } from '../testProduct';

/** What may be done with an item, by the last word of its address. */
type Act =
  | 'submission'
  | 'return'
  | 'publication'
  | 'renewal'
  | 'retirement'
  | 'reinstatement'
  | 'restoration';

/**
 * A product for the tests of a file, and what people do with library items, and see of them, through its
 * door. `now` is asked for the time; what a test made fail goes on after it.
 */
export function libraryLife(now = () => new Date('2026-11-23T11:00:00Z')) {
  let made: TestProduct;
  const it = () => made;
  let written = 0;
  beforeAll(async () => {
    made = await createTestProduct({ now });
  });
  afterAll(() => made.close());
  afterEach(() => {
    made.tenant.faults.clear();
  });

  function textOf(more: Partial<LibraryContent> = {}): LibraryContent {
    written += 1;
    return {
      kind: 'prompt',
      title: `Written ${written}`,
      purpose: 'Says what it is for',
      body: `Summarise {{document}} in five lines. (${written})`,
      subject: null,
      jobFamilies: [],
      taskKey: null,
      assistant: 'Copilot Chat',
      language: 'en-GB',
      tags: [],
      checkBeforeTrusting: 'Dates.',
      ...laterContent,
      ...more,
    };
  }

  const draftOf = (more: Partial<DraftRequest> = {}): DraftRequest => ({
    clientKey: randomUUID(),
    content: textOf(),
    ...more,
  });

  const send = (name: PersonName, draft: DraftRequest) =>
    it().ask(name, '/api/library/drafts', draft);

  /** A draft of `name`, in SharePoint. */
  async function drafted(name: PersonName, more: Partial<DraftRequest> = {}) {
    const draft = draftOf(more);
    const response = await send(name, draft);
    expect(response.status).toBe(202);
    await it().settle();
    return seenBy(name, draft.clientKey);
  }

  async function seenBy(name: PersonName, clientKey: string): Promise<LibraryItem> {
    const response = await it().ask(name, `/api/library/${clientKey}`);
    expect(response.status).toBe(200);
    return libraryItem.parse(await response.json());
  }

  const ask = (name: PersonName, item: LibraryItem, act: Act | 'content', more: object = {}) =>
    it().ask(name, `/api/library/${item.clientKey}/${act}`, { eTag: item.eTag, ...more });

  async function done(
    name: PersonName,
    item: LibraryItem,
    act: Act | 'content',
    more: object = {},
  ) {
    const response = await ask(name, item, act, more);
    expect([act, response.status]).toEqual([act, 200]);
    return libraryItem.parse(await response.json());
  }

  const rewrite = (name: PersonName, item: LibraryItem, content: Partial<LibraryContent>) =>
    done(name, item, 'content', {
      content: { ...(item.proposal?.content ?? item.content), ...content },
    } satisfies Omit<EditRequest, 'eTag'>);

  async function refusal(response: Response) {
    return [response.status, ((await response.json()) as { code: string }).code];
  }

  /** Written by carol, approved by bob. */
  async function published(more: Partial<DraftRequest> = {}) {
    return done(
      'bob',
      await seenBy('bob', (await drafted('carol', more)).clientKey),
      'publication',
    );
  }

  async function listed(name: PersonName, { content: { title } }: LibraryItem) {
    const response = await it().ask(name, `/api/library?q=${encodeURIComponent(title)}`);
    const { items } = libraryResponse.parse(await response.json());
    return items.find((item) => item.content.title === title);
  }

  async function ownKeys(name: PersonName) {
    const response = await it().ask(name, '/api/library/own');
    return ownItemsResponse.parse(await response.json()).items.map(({ clientKey }) => clientKey);
  }

  async function reviewReasons({ clientKey }: LibraryItem) {
    const response = await it().ask('bob', '/api/library/review');
    const { items } = reviewResponse.parse(await response.json());
    return items.find(({ item }) => item.clientKey === clientKey)?.reasons;
  }

  async function versionsSeenBy(name: PersonName, item: LibraryItem) {
    const response = await it().ask(name, `/api/library/${item.clientKey}/versions`);
    expect(response.status).toBe(200);
    return versionsResponse.parse(await response.json());
  }

  async function editByHand(item: LibraryItem, fields: Record<string, string | null>) {
    const stored = await it().product.lists.stores.Library.get(item.clientKey);
    const list = it()
      .tenant.sharePoint.lists()
      .find(({ displayName }) => displayName === 'Library');
    if (!list || !stored?.itemId) throw new Error('SharePoint does not have this item.');
    it().tenant.sharePoint.edit(list.id, stored.itemId, fields, people.bob);
    await it().settle();
  }

  return {
    it,
    textOf,
    draftOf,
    send,
    drafted,
    seenBy,
    ask,
    done,
    rewrite,
    refusal,
    published,
    listed,
    ownKeys,
    reviewReasons,
    versionsSeenBy,
    editByHand,
  };
}
