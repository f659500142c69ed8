import { describe, expect, test } from 'vitest';
import { clientKinds, createContractClient, textOf } from './contractClients';
import { addItems, createScratch, runtimeApp } from './scratchTenant';

describe.each(clientKinds)('concurrent edits through %s', (kind) => {
  test('A Concurrency: an eTag is quoted and holds the item’s GUID and version', async () => {
    const { runtime, createList } = await createScratch(kind);
    const list = await createList();
    await addItems(runtime, list, [{ Title: 'a' }]);
    const { body } = await runtime.send('GET', `${list}/items/1`);
    expect(body['eTag']).toMatch(/^"\{[0-9A-F-]{36}\},1"$/);
    expect(body['@odata.etag']).toBe(body['eTag']);
    await runtime.send('PATCH', `${list}/items/1/fields`, { Title: 'b' });
    const after = await runtime.send('GET', `${list}/items/1`);
    expect(after.body['eTag']).toBe(textOf(body['eTag']).replace(',1"', ',2"'));
  });

  test('A Concurrency: an If-Match that no longer matches is refused and nothing is written', async () => {
    for (const staleETagAnswer of ['412', '409'] as const) {
      const { runtime, createList } = await createScratch(kind, { switches: { staleETagAnswer } });
      const list = await createList();
      await addItems(runtime, list, [{ Title: 'a' }]);
      const { body } = await runtime.send('GET', `${list}/items/1`);
      const mine = { 'If-Match': textOf(body['eTag']) };
      const first = await runtime.send('PATCH', `${list}/items/1/fields`, { Title: 'b' }, mine);
      expect(first.status).toBe(200);
      const second = await runtime.send('PATCH', `${list}/items/1/fields`, { Title: 'c' }, mine);
      expect(second.status).toBe(Number(staleETagAnswer));
      expect(second.body['error']).toMatchObject({
        code: 'resourceModified',
        innerError: { code: 'entityTagDoesNotMatch' },
      });
      const removed = await runtime.send('DELETE', `${list}/items/1`, undefined, mine);
      expect(removed.status).toBe(Number(staleETagAnswer));
      const now = await runtime.send('GET', `${list}/items/1?$expand=fields`);
      expect(now.body['fields']?.['Title']).toBe('b');
    }
  });

  test('A Concurrency: when SharePoint itself races, 409 resourceModified is answered', async () => {
    const { tenant, runtime, createList } = await createScratch(kind);
    const list = await createList();
    await addItems(runtime, list, [{ Title: 'a' }]);
    const { body } = await runtime.send('GET', `${list}/items/1`);
    const mine = { 'If-Match': textOf(body['eTag']) };
    tenant.faults.race();
    const raced = await runtime.send('PATCH', `${list}/items/1/fields`, { Title: 'b' }, mine);
    expect([raced.status, raced.body['error']?.['code']]).toEqual([409, 'resourceModified']);
    const again = await runtime.send('PATCH', `${list}/items/1/fields`, { Title: 'b' }, mine);
    expect(again.status).toBe(200);
  });

  test('A Concurrency: an unquoted tag is malformed', async () => {
    const { runtime, createList } = await createScratch(kind);
    const list = await createList();
    await addItems(runtime, list, [{ Title: 'a' }]);
    const refused = await runtime.send(
      'PATCH',
      `${list}/items/1/fields`,
      { Title: 'b' },
      {
        'If-Match': 'abc,1',
      },
    );
    expect(refused.status).toBe(400);
    expect(refused.body['error']?.['innerError']?.['code']).toBe('malformedEntityTag');
  });

  test('A Versions: the history is listed newest first with its fields, and a version is restored', async () => {
    for (const versionShape of ['fieldsOnExpand', 'whole'] as const) {
      const { runtime, createList } = await createScratch(kind, { switches: { versionShape } });
      const list = await createList([{ name: 'Note', text: {} }]);
      await addItems(runtime, list, [{ Title: 'a', Note: 'first' }]);
      await runtime.send('PATCH', `${list}/items/1/fields`, { Title: 'b', Note: null });
      const bare = await runtime.send('GET', `${list}/items/1/versions`);
      const parts = Object.keys(bare.body['value']?.[0] as object);
      expect([parts.includes('fields'), parts.includes('published')]).toEqual(
        versionShape === 'whole' ? [true, true] : [false, false],
      );
      const { body } = await runtime.send('GET', `${list}/items/1/versions?$expand=fields`);
      expect(body['value']).toMatchObject([
        { id: '2.0', fields: { Title: 'b' } },
        { id: '1.0', fields: { Title: 'a', Note: 'first' } },
      ]);
      const restored = await runtime.send('POST', `${list}/items/1/versions/1.0/restoreVersion`);
      expect(restored.status).toBe(204);
      const now = await runtime.send('GET', `${list}/items/1?$expand=fields`);
      expect(now.body['fields']).toMatchObject({ Title: 'a', Note: 'first' });
      const versions = await runtime.send('GET', `${list}/items/1/versions`);
      expect(versions.body['value']).toHaveLength(3);
      expect((await runtime.send('GET', `${list}/items/1/versions/9.0`)).status).toBe(404);
    }
  });

  test('A Versions: a site trims the oldest versions', async () => {
    for (const versionsKept of [500, 2]) {
      const { runtime, createList } = await createScratch(kind, { switches: { versionsKept } });
      const list = await createList();
      await addItems(runtime, list, [{ Title: '0' }]);
      for (const Title of ['1', '2', '3']) {
        await runtime.send('PATCH', `${list}/items/1/fields`, { Title });
      }
      const { body } = await runtime.send('GET', `${list}/items/1/versions`);
      const ids = (body['value'] as unknown as { id: string }[]).map(({ id }) => id);
      expect(ids).toEqual(
        versionsKept === 500 ? ['4.0', '3.0', '2.0', '1.0'] : ['4.0', '3.0', '2.0'],
      );
    }
  });

  test('A Versions: what a person edits in SharePoint is a version by that person', async () => {
    const { tenant, runtime, createList } = await createScratch(kind);
    const list = await createList();
    await addItems(runtime, list, [{ Title: 'a' }]);
    tenant.directory.addUsers([
      {
        id: 'person-1',
        displayName: 'Ada Hart',
        userPrincipalName: 'ada@lastmile.example',
        mail: null,
        department: null,
        jobTitle: null,
        accountEnabled: true,
        preferredLanguage: null,
      },
    ]);
    const listId = list.split('/').at(-1) ?? '';
    tenant.sharePoint.edit(listId, '1', { Title: 'by hand' }, 'person-1');
    expect(tenant.sharePoint.items(listId)).toMatchObject([
      { id: '1', version: '2.0', modifiedBy: 'Ada Hart', fields: { Title: 'by hand' } },
    ]);
    const { body } = await runtime.send('GET', `${list}/items/1?$expand=fields`);
    expect(body['fields']?.['Title']).toBe('by hand');
    expect(body['lastModifiedBy']?.['user']).toMatchObject({
      id: 'person-1',
      displayName: 'Ada Hart',
    });
  });

  test('A Errors: the body has code, message and innerError with both request ids', async () => {
    for (const innerErrorName of ['innerError', 'innererror'] as const) {
      const { tenant, createList } = await createScratch(kind, { switches: { innerErrorName } });
      const list = await createList();
      const client = createContractClient('plain HTTP', tenant, () =>
        tenant.entra.appToken(runtimeApp, 'https://graph.microsoft.com'),
      );
      const { status, headers, body } = await client.send('GET', `${list}/items/9`, undefined, {
        'client-request-id': 'my-own-id',
      });
      expect(status).toBe(404);
      const inner = body['error']?.[innerErrorName];
      expect(body['error']?.['code']).toBe('itemNotFound');
      expect(body['error']?.['message']).toBeTypeOf('string');
      expect(inner?.['date']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
      expect(inner?.['request-id']).toBe(headers.get('request-id'));
      expect(inner?.['client-request-id']).toBe('my-own-id');
    }
  });

  test('A Errors: every answer carries request-id and client-request-id', async () => {
    const { runtime, createList } = await createScratch(kind);
    const list = await createList();
    for (const address of [list, `${list}/items/9`, '/nothing/here']) {
      const { headers } = await runtime.send('GET', address);
      expect(headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers.get('client-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  test('A Errors: without a valid token the answer is 401 InvalidAuthenticationToken', async () => {
    const { tenant } = await createScratch(kind);
    for (const token of ['', 'a.b.c']) {
      const client = createContractClient(kind, tenant, () => Promise.resolve(token));
      const { status, headers, body } = await client.send('GET', '/me');
      expect([status, body['error']?.['code']]).toEqual([401, 'InvalidAuthenticationToken']);
      expect(headers.get('www-authenticate')).toMatch(/^Bearer/);
    }
  });
});
