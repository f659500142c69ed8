import {
  copyResponse,
  lendersResponse,
  lentResponse,
  libraryItem,
  libraryResponse,
  pastImportsResponse,
  type CopyRequest,
  type LibraryItem,
} from '@last-mile/shared/library';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { saveLibrarySettings } from '../../../../local-tenant/testing/librarySettings';
import {
  createTestProduct,
  people,
  type PersonName,
  type TestProduct,
} from '../../../../local-tenant/testProduct';
import { mapTask } from '../../../../local-tenant/testing/mapTask';

/** Alice's programme shares its library; erin, a champion of the second, copies from it. */
let it: TestProduct;
let count = 0;
const first = '00000000-0000-4000-8000-000000000101';
const second = '00000000-0000-4000-8000-000000000102';
const lenders = '/api/library/lenders';

beforeAll(async () => {
  // What it costs SharePoint is no part of these tests, which do a day's work in seconds.
  it = await createTestProduct({ switches: { enforceLimits: false } });
});
afterAll(() => it.close());
beforeEach(() => share(true));
afterEach(() => share(false));

const share = (sharesLibrary: boolean) => saveLibrarySettings(it, 'alice', { sharesLibrary });

async function items(name: PersonName): Promise<LibraryItem[]> {
  return libraryResponse.parse(await (await it.ask(name, '/api/library')).json()).items;
}

async function draft(name: 'alice' | 'erin', more: Record<string, unknown> = {}) {
  count += 1;
  const title = `Lent item ${count}`;
  const row = { row: 1, kind: 'prompt', title, purpose: '', body: `Text of item ${count}` };
  await it.ask(name, '/api/library/import', {
    rows: [{ ...row, author: 'Robin', sourceUrl: '', ...more }],
  });
  await it.settle();
  return (await items(name)).find(({ content }) => content.title === (more['title'] ?? title))!;
}

async function publish(item: Pick<LibraryItem, 'clientKey' | 'eTag'>): Promise<LibraryItem> {
  const path = `/api/library/${item.clientKey}/publication`;
  return libraryItem.parse(await (await it.ask('bob', path, { eTag: item.eTag })).json());
}

const published = async (more: Record<string, unknown> = {}) => publish(await draft('alice', more));

const lent = async (query = '') =>
  lentResponse.parse(await (await it.ask('erin', `${lenders}/${first}${query}`)).json());

const lentAs = async ({ clientKey, content }: LibraryItem) =>
  (await lent(`?q=${encodeURIComponent(content.title)}`)).items.find(
    (item) => item.clientKey === clientKey,
  );

function requestFor(
  of: readonly Pick<LibraryItem, 'clientKey' | 'version'>[],
  more: Partial<CopyRequest> = {},
): CopyRequest {
  return {
    importKey: crypto.randomUUID(),
    items: of.map(({ clientKey, version }) => ({ clientKey, version })),
    tasks: [],
    jobFamilies: [],
    ...more,
  };
}

const ask = (request: CopyRequest, name: PersonName = 'erin', from = first) =>
  it.ask(name, `${lenders}/${from}/copies`, request);

async function copy(request: CopyRequest) {
  const response = await ask(request);
  expect(response.status).toBe(200);
  await it.settle();
  return copyResponse.parse(await response.json());
}

const copiesOf = async ({ clientKey }: LibraryItem) =>
  (await items('erin')).filter(({ copiedFrom }) => copiedFrom?.itemKey === clientKey);

const addTask = (task: string, programmeKey: string) => mapTask(it, programmeKey, task);

describe('a champion of another programme', () => {
  test('chooses among the libraries that are shared, whether their own programme takes them or not', async () => {
    const answer = await it.ask('erin', lenders);
    expect(lendersResponse.parse(await answer.json())).toEqual({
      lenders: [{ clientKey: first, name: 'Everyday AI' }],
    });
    expect(await (await it.ask('alice', lenders)).json()).toEqual({ lenders: [] });
  });

  test('sees what is published there in that programme’s words, and what the own library has like it', async () => {
    const taskKey = await addTask('Quarterly letter', first);
    const body = 'Write the quarterly letter to the client, with what changed since the last one.';
    const there = await published({ body, taskKey, jobFamilies: ['Audit'], author: 'Noa' });
    const like = await draft('erin', { body: `${body} Be brief.` });
    expect(await lentAs(there)).toEqual({
      ...{ clientKey: there.clientKey, version: 1, kind: 'prompt', title: there.content.title },
      ...{ purpose: '', body, language: 'und', isTranslation: false },
      task: { key: taskKey, name: 'Quarterly letter' },
      jobFamilies: [{ key: there.content.jobFamilies[0], name: 'Audit' }],
      like: {
        clientKey: like.clientKey,
        title: like.content.title,
        likeness: expect.any(Number) as number,
      },
      copy: null,
    });
  });

  test('sees neither drafts nor what waits beside a published text', async () => {
    const hidden = await draft('alice');
    const item = await published();
    const content = { ...item.content, body: 'A change that nobody approved' };
    await it.ask('alice', `/api/library/${item.clientKey}/content`, { eTag: item.eTag, content });
    expect(await lentAs(hidden)).toBeUndefined();
    expect((await lentAs(item))?.body).toBe(item.content.body);
    expect((await lent('?q=nobody%20approved')).total).toBe(0);
    const { refused } = await copy(requestFor([{ ...hidden, version: 1 }]));
    expect(refused).toEqual([{ clientKey: hidden.clientKey, reason: 'gone' }]);
  });

  test('sees nothing that was lent to that programme in its turn', async () => {
    await saveLibrarySettings(it, 'erin', { sharesLibrary: true });
    await saveLibrarySettings(it, 'alice', { librariesFrom: [second] });
    const clientKey = crypto.randomUUID();
    const fields = {
      Title: 'Of the second',
      Body: 'Lent once',
      Kind: 'prompt',
      Status: 'inReview',
    };
    await it.database.transaction((tx) =>
      it.product.lists.stores.Library.append(tx, {
        ...{ clientKey, actorId: people.frank },
        fields: { ...fields, ProgrammeKey: second, AuthorId: people.frank },
      }),
    );
    await it.settle();
    const { eTag } = (await items('erin')).find((item) => item.clientKey === clientKey)!;
    const done = await it.ask('erin', `/api/library/${clientKey}/publication`, { eTag });
    expect(done.status).toBe(200);
    const keysIn = (found: readonly { clientKey: string }[]) => found.map((one) => one.clientKey);
    expect(keysIn(await items('alice'))).toContain(clientKey);
    expect(keysIn((await lent()).items)).not.toContain(clientKey);
    expect(await copy(requestFor([{ clientKey, version: 1 }]))).toMatchObject({
      refused: [{ clientKey, reason: 'gone' }],
    });
    await saveLibrarySettings(it, 'alice', { librariesFrom: [] });
    await saveLibrarySettings(it, 'erin', { sharesLibrary: false });
  });

  test('gets what they choose as drafts that say where they come from, and who brought them when', async () => {
    const item = await published({ tags: ['weekly'], sourceUrl: 'https://prompts.example/one' });
    expect(await copy(requestFor([item]))).toEqual({ imported: 1, known: 0, refused: [] });
    const [made] = await copiesOf(item);
    expect(made).toMatchObject({
      status: 'draft',
      content: item.content,
      author: { userId: null, name: 'Robin' },
      importedBy: people.erin,
      sourceUrl: 'https://prompts.example/one',
      sharedFrom: null,
      provenance: { origin: 'imported', sessionKey: null },
      copiedFrom: {
        ...{ programmeKey: first, programme: 'Everyday AI' },
        ...{ itemKey: item.clientKey, version: 1 },
      },
    });
    expect(Date.now() - Date.parse(made!.copiedFrom!.at)).toBeLessThan(60_000);
    expect((await lentAs(item))?.copy).toEqual({ clientKey: made!.clientKey, version: 1 });
    // Four eyes: nobody who brought it publishes it.
    const path = `/api/library/${made!.clientKey}/publication`;
    expect((await it.ask('erin', path, { eTag: made!.eTag })).status).toBe(409);
  });

  test('reads in SharePoint where each comes from, and so does a database that does not know it any more', async () => {
    const item = await published();
    await copy(requestFor([item]));
    const [made] = await copiesOf(item);
    const { sharePoint } = it.tenant;
    const list = sharePoint.lists().find(({ displayName }) => displayName === 'Library')!;
    const listed = sharePoint
      .items(list.id)
      .find(({ fields }) => fields['ClientKey'] === made!.clientKey)!;
    expect(listed.fields).toMatchObject({ ImportedBy: people.erin, Origin: 'imported' });
    expect(JSON.parse(listed.fields['CopiedFrom'] as string)).toEqual(made!.copiedFrom);

    await it.database.query('DELETE FROM library_origin WHERE client_key = $1', [made!.clientKey]);
    // Everything is read anew once something has changed.
    await draft('erin');
    expect(await copiesOf(item)).toEqual([made]);
    expect((await lentAs(item))?.copy).toEqual({ clientKey: made!.clientKey, version: 1 });
  });

  test('keeps the colleague who wrote a text as its author', async () => {
    const clientKey = crypto.randomUUID();
    const { content } = await draft('alice');
    await it.ask('carol', '/api/library/drafts', {
      ...{ clientKey, original: null },
      content: { ...content, title: 'Carol wrote it', body: 'Hers' },
    });
    await it.settle();
    const written = (await items('alice')).find((item) => item.clientKey === clientKey)!;
    const item = await publish(written);
    await copy(requestFor([item]));
    expect((await copiesOf(item))[0]?.author.userId).toBe(people.carol);
    const stored = (await it.product.lists.stores.Library.all()).find(
      ({ fields }) => fields['Title'] === 'Carol wrote it' && fields['ProgrammeKey'] === second,
    );
    expect(stored?.fields).toMatchObject({ AuthorId: people.carol, AuthorName: null });
  });

  test('says what the other programme’s tasks and job families are here; the rest is left empty', async () => {
    const [there, other] = [await addTask('Letter', first), await addTask('Something', first)];
    const here = await addTask('Our letter', second);
    const one = await published({ taskKey: there, stepKey: 's1', jobFamilies: ['Audit', 'Law'] });
    const two = await published({ taskKey: other, jobFamilies: ['Law'] });
    const audit = one.content.jobFamilies[0]!;
    await copy(
      requestFor([one, two], {
        tasks: [{ from: there, to: here.toUpperCase() }],
        jobFamilies: [{ from: audit, to: 'audit' }],
      }),
    );
    const [[ours], [alsoOurs]] = [await copiesOf(one), await copiesOf(two)];
    expect(ours?.content).toMatchObject({ taskKey: here, stepKey: null, jobFamilies: ['audit'] });
    expect(alsoOurs?.content).toMatchObject({ taskKey: null, stepKey: null, jobFamilies: [] });
  });

  test('cannot map to a task or a job family that the own programme does not have', async () => {
    const item = await published();
    const theirs = await addTask('Only theirs', first);
    const response = await ask(
      requestFor([item], {
        tasks: [{ from: theirs, to: theirs }],
        jobFamilies: [{ from: 'audit', to: 'Nobody here' }],
      }),
    );
    expect(response.status).toBe(400);
    const { issues } = (await response.json()) as { issues: { path: string }[] };
    expect(issues.map(({ path }) => path)).toEqual(['tasks.0.to', 'jobFamilies.0.to']);
    expect(await copiesOf(item)).toEqual([]);
  });

  test('is told when a text was published anew since they looked: what is taken is what was seen', async () => {
    const item = await published();
    const content = { ...item.content, body: `${item.content.body}, mended` };
    const path = `/api/library/${item.clientKey}/content`;
    const changed = libraryItem.parse(
      await (await it.ask('alice', path, { eTag: item.eTag, content })).json(),
    );
    const anew = await publish(changed);
    expect(anew.version).toBe(2);
    expect(await copy(requestFor([item]))).toMatchObject({
      imported: 0,
      refused: [{ clientKey: item.clientKey, reason: 'changed' }],
    });
    await copy(requestFor([anew]));
    expect((await copiesOf(item))[0]).toMatchObject({ content, copiedFrom: { version: 2 } });
  });

  test('keeps the link of a translation to its original, once both are copied', async () => {
    const item = await published();
    const clientKey = crypto.randomUUID();
    await it.ask('carol', '/api/library/drafts', {
      ...{ clientKey, content: { ...item.content, title: 'Auf Deutsch', language: 'de' } },
      original: { as: 'translation', clientKey: item.clientKey, version: 1 },
    });
    await it.settle();
    const translation = await publish(
      (await items('alice')).find((i) => i.clientKey === clientKey)!,
    );
    expect((await lentAs(translation))?.isTranslation).toBe(true);
    await copy(requestFor([translation, item]));
    const [[original], [says]] = [await copiesOf(item), await copiesOf(translation)];
    expect(says?.translationOf).toBe(original?.clientKey);
  });
});

describe('copying twice', () => {
  test('adds nothing: not with the same key after a lost answer, nor with another one', async () => {
    const [one, two] = [await published(), await published()];
    const request = requestFor([one]);
    expect(await copy(request)).toMatchObject({ imported: 1, known: 0 });
    expect(await copy(request)).toMatchObject({ imported: 0, known: 1 });
    expect(await copy(requestFor([one, two]))).toMatchObject({ imported: 1, known: 1 });
    expect(await copiesOf(one)).toHaveLength(1);
  });

  test('goes on where a stopped process left it, on another instance and before SharePoint has anything', async () => {
    const [one, two] = [await published(), await published()];
    const request = requestFor([one, two]);
    // What was committed before the process stopped waits in the outbox; its answer never came.
    expect((await ask({ ...request, items: request.items.slice(0, 1) })).status).toBe(200);
    const other = await it.another();
    const response = await other.app.http.request(`${lenders}/${first}/copies`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await it.token('erin')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(request),
    });
    expect(copyResponse.parse(await response.json())).toMatchObject({ imported: 1, known: 1 });
    await it.settle();
    expect([await copiesOf(one), await copiesOf(two)].map(({ length }) => length)).toEqual([1, 1]);
    await expectTakenBack(request.importKey, 2);
    expect(await copiesOf(one)).toEqual([]);
  });

  test('leaves a text alone that the own library has under the same title', async () => {
    const item = await published();
    const { title, body } = item.content;
    await draft('erin', { title, body });
    expect(await copy(requestFor([item]))).toMatchObject({ imported: 0, known: 1 });
  });

  test('is not mistaken for it where the own programme takes that library', async () => {
    await saveLibrarySettings(it, 'erin', { librariesFrom: [first] });
    const body = 'Nothing in the library of the second programme is anything like this sentence.';
    const item = await published({ body });
    expect((await lentAs(item))?.like).toBeNull();
    expect(await copy(requestFor([item]))).toMatchObject({ imported: 1, known: 0 });
    await saveLibrarySettings(it, 'erin', { librariesFrom: [] });
  });
});

async function expectTakenBack(importKey: string, removed: number) {
  const response = await it.ask('erin', '/api/library/imports/removal', { importKey });
  expect(await response.json()).toEqual({ removed, kept: [], left: 0 });
  await it.settle();
}

test('what was copied is told with the library it came from, and can be taken back and copied again', async () => {
  const [one, two] = [await published(), await published()];
  const request = requestFor([one, two]);
  await copy(request);
  const past = pastImportsResponse.parse(
    await (await it.ask('erin', '/api/library/imports')).json(),
  );
  expect(past.imports[0]).toMatchObject({
    ...{ importKey: request.importKey, from: 'Everyday AI', items: 2 },
    importedBy: { userId: people.erin },
  });
  await expectTakenBack(request.importKey, 2);
  expect(await copiesOf(one)).toEqual([]);
  expect((await lentAs(one))?.copy).toBeNull();
  expect(await copy(requestFor([one]))).toMatchObject({ imported: 1, known: 0 });
});

describe('nobody reads a library they have no right to', () => {
  test('not a library that is not shared, nor one of which that was taken back', async () => {
    const item = await published();
    expect((await it.ask('alice', `${lenders}/${second}`)).status).toBe(404);
    await share(false);
    expect(await (await it.ask('erin', lenders)).json()).toEqual({ lenders: [] });
    expect((await it.ask('erin', `${lenders}/${first}`)).status).toBe(404);
    expect((await ask(requestFor([item]))).status).toBe(404);
    expect(await copiesOf(item)).toEqual([]);
  });

  test('nor their own by this way, or one that does not exist', async () => {
    await saveLibrarySettings(it, 'erin', { sharesLibrary: true });
    for (const key of [second, crypto.randomUUID(), 'x']) {
      expect((await it.ask('erin', `${lenders}/${key}`)).status).toBe(404);
    }
    await saveLibrarySettings(it, 'erin', { sharesLibrary: false });
  });

  test.each(['carol', 'dora', 'frank'] as const)(
    'and who is no champion of a programme is refused: %s',
    async (name) => {
      const item = await published();
      for (const path of [lenders, `${lenders}/${first}`, `${lenders}/${second}`]) {
        expect((await it.ask(name, path)).status).toBe(403);
      }
      expect((await ask(requestFor([item]), name)).status).toBe(403);
    },
  );
});
