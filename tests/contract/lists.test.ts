import { describe, expect, test } from 'vitest';
import { clientKinds, textOf } from './contractClients';
import { addItems, createScratch, site, strangerApp } from './scratchTenant';

const text = (name: string, more: object = {}) => ({ name, text: {}, ...more });

describe.each(clientKinds)('SharePoint lists through %s', (kind) => {
  test('A Create list: answers 201, and without a template it is a genericList with Title', async () => {
    const { admin } = await createScratch(kind);
    const created = await admin.send('POST', `${site}/lists`, {
      displayName: 'Prompt library',
      columns: [text('Body')],
    });
    expect(created.status).toBe(201);
    expect(created.body['list']?.['template']).toBe('genericList');
    expect(created.body['name']).toBe('Prompt library');
    const list = `${site}/lists/${textOf(created.body['id'])}`;
    const columns = await admin.send('GET', `${list}/columns?$select=name`);
    const names = (columns.body['value'] as unknown as { name: string }[]).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['Title', 'Body']));
  });

  test('A Create list: `name` is refused, for the server assigns it', async () => {
    const { admin } = await createScratch(kind);
    const refused = await admin.send('POST', `${site}/lists`, { name: 'x', displayName: 'X' });
    expect(refused.status).toBe(400);
    expect(refused.body['error']?.['message']).toBe(
      "Cannot define a 'name' for a list as it is assigned by the server. Instead, provide 'displayName'",
    );
    const lists = await admin.send('GET', `${site}/lists`);
    expect(lists.body['value']).toEqual([]);
  });

  test('A Create list: a list is found by its id and by its title', async () => {
    const { admin, createList } = await createScratch(kind);
    const list = await createList([], 'Feedback');
    const byId = await admin.send('GET', list);
    const byTitle = await admin.send('GET', `${site}/lists/Feedback`);
    expect(byTitle.body['id']).toBe(byId.body['id']);
    expect((await admin.send('GET', `${site}/lists/Nothing`)).status).toBe(404);
  });

  test('A Columns: exactly one type facet', async () => {
    const { admin, createList } = await createScratch(kind);
    const list = await createList();
    const none = await admin.send('POST', `${list}/columns`, { name: 'None' });
    const two = await admin.send('POST', `${list}/columns`, { name: 'Two', text: {}, number: {} });
    const one = await admin.send('POST', `${list}/columns`, { name: 'One', number: {} });
    expect([none.status, two.status, one.status]).toEqual([400, 400, 201]);
    const unknown = await admin.send('POST', `${list}/columns`, { name: 'Odd', colour: {} });
    expect(unknown.status).toBe(400);
  });

  test('A Columns: every documented type facet makes a column', async () => {
    const { admin, createList } = await createScratch(kind);
    const list = await createList();
    const facets =
      'boolean calculated choice currency dateTime geolocation hyperlinkOrPicture lookup number personOrGroup term text thumbnail contentApprovalStatus';
    for (const facet of facets.split(' ')) {
      const made = await admin.send('POST', `${list}/columns`, {
        name: `My_${facet}`,
        [facet]: {},
      });
      expect([facet, made.status]).toEqual([facet, 201]);
      expect(made.body[facet]).toBeDefined();
    }
  });

  test('A Columns: `name` is what `fields` uses, `displayName` is for people', async () => {
    const { runtime, createList } = await createScratch(kind);
    const list = await createList([text('JobFamily', { displayName: 'Job family' })]);
    const named = await runtime.send('POST', `${list}/items`, { fields: { JobFamily: 'Audit' } });
    expect(named.body['fields']?.['JobFamily']).toBe('Audit');
    const shown = await runtime.send('POST', `${list}/items`, {
      fields: { 'Job family': 'Audit' },
    });
    expect(shown.status).toBe(400);
  });

  test('A Columns: hidden columns appear only when named in `$select`', async () => {
    const { runtime, createList } = await createScratch(kind);
    const list = await createList([text('Seen'), text('Secret', { hidden: true })]);
    await addItems(runtime, list, [{ Seen: 'a', Secret: 'b' }]);
    const all = await runtime.send('GET', `${list}/items/1?$expand=fields`);
    expect(all.body['fields']).not.toHaveProperty('Secret');
    const named = await runtime.send('GET', `${list}/items/1?$expand=fields($select=Seen,Secret)`);
    expect(named.body['fields']).toMatchObject({ Seen: 'a', Secret: 'b' });
    const columns = JSON.stringify((await runtime.send('GET', `${list}/columns`)).body);
    expect(columns).not.toContain('Secret');
    const asked = await runtime.send('GET', `${list}/columns?$select=name,hidden`);
    expect(JSON.stringify(asked.body)).toContain('Secret');
  });

  test('A Columns: text facets are kept and answered', async () => {
    const { admin, createList } = await createScratch(kind);
    const facet = {
      allowMultipleLines: true,
      appendChangesToExistingText: false,
      linesForEditing: 6,
      textType: 'plain',
    };
    const list = await createList([{ name: 'Body', text: facet }]);
    const column = await admin.send('GET', `${list}/columns/Body`);
    expect(column.body['text']).toEqual(facet);
  });

  test('A Columns: an enforced unique column takes a value once', async () => {
    const unique = { indexed: true, enforceUniqueValues: true };
    const forms = [
      { duplicateAnswer: 'invalidRequest400', status: 400, code: 'invalidRequest' },
      { duplicateAnswer: 'sharePointWords400', status: 400, code: 'invalidRequest' },
      { duplicateAnswer: 'nameAlreadyExists409', status: 409, code: 'nameAlreadyExists' },
    ] as const;
    for (const { duplicateAnswer, status, code } of forms) {
      const { runtime, createList } = await createScratch(kind, { switches: { duplicateAnswer } });
      const list = await createList([text('ClientKey', unique)]);
      await addItems(runtime, list, [{ ClientKey: 'one' }, { ClientKey: 'two' }]);
      const again = await runtime.send('POST', `${list}/items`, { fields: { ClientKey: 'one' } });
      expect([again.status, again.body['error']?.['code']]).toEqual([status, code]);
      expect(again.body['error']?.['message']).toContain(
        duplicateAnswer === 'invalidRequest400'
          ? 'unique constraints'
          : 'duplicate values were found',
      );
      const moved = await runtime.send('PATCH', `${list}/items/2/fields`, { ClientKey: 'one' });
      expect(moved.status).toBe(status);
      const kept = await runtime.send('PATCH', `${list}/items/1/fields`, { ClientKey: 'one' });
      expect(kept.status).toBe(200);
      await runtime.send('PATCH', `${list}/items/2/fields`, { ClientKey: 'three' });
      const left = await runtime.send('PATCH', `${list}/items/1/fields`, { ClientKey: 'two' });
      expect(left.status).toBe(200);
      await runtime.send('PATCH', `${list}/items/1/fields`, { ClientKey: 'one' });
      const all = await runtime.send('GET', `${list}/items`);
      expect(all.body['value']).toHaveLength(2);
      await runtime.send('DELETE', `${list}/items/1`);
      const freed = await runtime.send('POST', `${list}/items`, { fields: { ClientKey: 'one' } });
      expect(freed.status).toBe(201);
    }
  });

  test('A Columns: a unique column must be indexed', async () => {
    for (const uniqueNeedsIndex of ['refused', 'indexed'] as const) {
      const { admin, createList } = await createScratch(kind, { switches: { uniqueNeedsIndex } });
      const list = await createList();
      const unique = text('Key', { enforceUniqueValues: true });
      const { status, body } = await admin.send('POST', `${list}/columns`, unique);
      expect([status, body['indexed']]).toEqual(
        uniqueNeedsIndex === 'refused' ? [400, undefined] : [201, true],
      );
      const long = { name: 'Body', text: { allowMultipleLines: true }, enforceUniqueValues: true };
      expect((await admin.send('POST', `${list}/columns`, long)).status).toBe(400);
    }
  });

  test('A Columns: a deleted column takes its values with it', async () => {
    for (const deletedColumnValues of ['lost', 'kept'] as const) {
      const { admin, createList } = await createScratch(kind, {
        switches: { deletedColumnValues },
      });
      const unique = text('Key', { indexed: true, enforceUniqueValues: true });
      const list = await createList([unique]);
      await addItems(admin, list, [{ Title: 'a', Key: 'k' }]);
      expect((await admin.send('DELETE', `${list}/columns/Key`)).status).toBe(204);
      expect((await admin.send('DELETE', `${list}/columns/Title`)).status).toBe(400);
      const without = await admin.send('GET', `${list}/items/1?$expand=fields`);
      expect(without.body['fields']).not.toHaveProperty('Key');
      expect((await admin.send('POST', `${list}/columns`, unique)).status).toBe(201);
      const { body } = await admin.send('GET', `${list}/items/1?$expand=fields`);
      expect(body['fields']).toMatchObject({ Title: 'a' });
      const again = await admin.send('POST', `${list}/items`, { fields: { Key: 'k' } });
      expect([body['fields']?.['Key'], again.status]).toEqual(
        deletedColumnValues === 'lost' ? [undefined, 201] : ['k', 400],
      );
    }
  });

  const enforcement = ['enforced', 'unenforced'] as const;

  test('A Limits: multi-line text holds 63,999 characters and not one more', async () => {
    for (const listLimits of enforcement) {
      const { runtime, createList } = await createScratch(kind, { switches: { listLimits } });
      const list = await createList([{ name: 'Body', text: { allowMultipleLines: true } }]);
      const write = async (length: number) => {
        const fields = { Body: 'x'.repeat(length) };
        return [
          (await runtime.send('POST', `${list}/items`, { fields })).status,
          (await runtime.send('PATCH', `${list}/items/1/fields`, fields)).status,
        ];
      };
      expect(await write(63_999)).toEqual([201, 200]);
      expect(await write(64_000)).toEqual(listLimits === 'enforced' ? [400, 400] : [201, 200]);
    }
  });

  test('A Limits: single-line text holds 255 characters', async () => {
    for (const listLimits of enforcement) {
      const { runtime, createList } = await createScratch(kind, { switches: { listLimits } });
      const list = await createList([text('Line')]);
      const write = async (length: number) =>
        (await runtime.send('POST', `${list}/items`, { fields: { Line: 'x'.repeat(length) } }))
          .status;
      expect(await write(255)).toBe(201);
      expect(await write(256)).toBe(listLimits === 'enforced' ? 400 : 201);
    }
  });

  test('A Limits: 12 lookups per query', async () => {
    for (const lookupThreshold of enforcement) {
      const { runtime, createList } = await createScratch(kind, { switches: { lookupThreshold } });
      const people = Array.from({ length: 13 }, (_, at) => ({ name: `P${at}`, personOrGroup: {} }));
      const list = await createList(people);
      await addItems(runtime, list, [{ Title: 'a' }]);
      const twelve = people.slice(1).map(({ name }) => `${name}LookupId`);
      const status = async (address: string) => (await runtime.send('GET', address)).status;
      expect(await status(`${list}/items?$expand=fields($select=${twelve.join(',')})`)).toBe(200);
      const refused = lookupThreshold === 'enforced' ? 400 : 200;
      expect(await status(`${list}/items?$expand=fields`)).toBe(refused);
      expect(await status(`${list}/items/1?$expand=fields`)).toBe(refused);
      expect(await status(`${list}/items/delta?$expand=fields`)).toBe(refused);
    }
  });

  test('A Limits: 50,000 unique permission scopes of a list', async () => {
    const { runtime, admin, createList } = await createScratch(kind, {
      switches: { mostPermissionScopes: 2 },
    });
    const list = await createList();
    await addItems(runtime, list, [{ Title: 'a' }, { Title: 'b' }]);
    const grant = async (address: string) => {
      const grantedToIdentities = [{ application: { id: strangerApp } }];
      const body = { roles: ['read'], grantedToIdentities };
      return (await admin.send('POST', `${address}/permissions`, body)).status;
    };
    expect([await grant(list), await grant(`${list}/items/1`)]).toEqual([201, 201]);
    expect(await grant(`${list}/items/2`)).toBe(400);
    // Another grant where permissions are unique already is no further scope.
    expect(await grant(`${list}/items/1`)).toBe(201);
    const standard = await createScratch(kind);
    const other = await standard.createList();
    const rows = [{ Title: 'a' }, { Title: 'b' }, { Title: 'c' }];
    await addItems(standard.runtime, other, rows);
    for (const id of ['1', '2', '3']) {
      const grantedToIdentities = [{ application: { id: strangerApp } }];
      const body = { roles: ['read'], grantedToIdentities };
      const { status } = await standard.admin.send(
        'POST',
        `${other}/items/${id}/permissions`,
        body,
      );
      expect(status).toBe(201);
    }
  });

  test('A Limits: 30 million items of a list', async () => {
    for (const mostItems of [2, 30_000_000]) {
      const { runtime, createList } = await createScratch(kind, { switches: { mostItems } });
      const list = await createList();
      await addItems(runtime, list, [{ Title: 'a' }, { Title: 'b' }]);
      const third = await runtime.send('POST', `${list}/items`, { fields: { Title: 'c' } });
      expect(third.status).toBe(mostItems === 2 ? 400 : 201);
      await runtime.send('DELETE', `${list}/items/1`);
      await addItems(runtime, list, [{ Title: 'd' }]);
    }
  });

  test('A Limits: 20 indexes per list', async () => {
    for (const listLimits of enforcement) {
      const { admin, createList } = await createScratch(kind, { switches: { listLimits } });
      const columns = Array.from({ length: 20 }, (_, at) => text(`C${at}`, { indexed: true }));
      const list = await createList(columns);
      const plain = await admin.send('POST', `${list}/columns`, text('C20'));
      expect(plain.status).toBe(201);
      const later = await admin.send('PATCH', `${list}/columns/C20`, { indexed: true });
      const next = await admin.send('POST', `${list}/columns`, text('C21', { indexed: true }));
      expect([later.status, next.status]).toEqual(
        listLimits === 'enforced' ? [400, 400] : [200, 201],
      );
    }
  });
});
