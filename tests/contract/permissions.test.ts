import { describe, expect, test } from 'vitest';
import { clientKinds, textOf } from './contractClients';
import {
  addItems,
  ada,
  createScratch,
  person,
  runtimeApp,
  site,
  strangerApp,
} from './scratchTenant';

const grantTo = (id: string, ...roles: string[]) => ({
  roles,
  grantedToIdentities: [{ application: { id, displayName: 'An app' } }],
});

describe.each(clientKinds)('permissions through %s', (kind) => {
  test('C Sites: a site is found by its path and by its id', async () => {
    const { runtime } = await createScratch(kind);
    const byPath = await runtime.send('GET', '/sites/lastmile.sharepoint.com:/sites/last-mile');
    expect(byPath.status).toBe(200);
    expect(byPath.body['id']).toBe(site.slice('/sites/'.length));
    const byId = await runtime.send(
      'GET',
      `/sites/${encodeURIComponent(textOf(byPath.body['id']))}`,
    );
    expect(byId.body['webUrl']).toBe('https://lastmile.sharepoint.com/sites/last-mile');
    const lists = await runtime.send(
      'GET',
      '/sites/lastmile.sharepoint.com:/sites/last-mile:/lists',
    );
    expect(lists.status).toBe(200);
    const unknown = await runtime.send('GET', '/sites/lastmile.sharepoint.com:/sites/other');
    expect(unknown.status).toBe(404);
  });

  test('C Selected: without a grant every address of the site is 403 accessDenied', async () => {
    const { runtime, stranger, createList } = await createScratch(kind);
    const list = await createList();
    await addItems(runtime, list, [{ Title: 'a' }]);
    const addresses = [site, `${site}/lists`, list, `${list}/columns`, `${list}/items`];
    for (const address of [...addresses, `${list}/items/1`, `${list}/items/delta`]) {
      const { status, body } = await stranger.send('GET', address);
      expect([address, status, body['error']?.['code']]).toEqual([address, 403, 'accessDenied']);
    }
    const write = await stranger.send('POST', `${list}/items`, { fields: { Title: 'b' } });
    expect(write.status).toBe(403);
  });

  test('C Selected: consent, a grant and a token with the scope are all required', async () => {
    for (const withdrawnConsent of ['refused', 'tokenWithoutRoles'] as const) {
      const { tenant, admin, stranger, delegated } = await createScratch(kind, {
        switches: { withdrawnConsent },
      });
      tenant.directory.addUsers([person(ada, 'Ada Hart')]);
      expect((await stranger.send('GET', site)).status).toBe(403);
      const granted = await admin.send('POST', `${site}/permissions`, grantTo(strangerApp, 'read'));
      expect(granted.status).toBe(201);
      expect((await stranger.send('GET', site)).status).toBe(200);
      const scoped = delegated(ada, 'Sites.Selected');
      const unscoped = delegated(ada, 'User.Read');
      expect((await scoped.send('GET', site)).status).toBe(200);
      expect((await unscoped.send('GET', site)).status).toBe(403);
      const held = await tenant.entra.appToken(strangerApp, 'https://graph.microsoft.com');
      tenant.faults.revokeConsent(strangerApp);
      const after = async (token: string) => {
        const headers = { authorization: `Bearer ${token}` };
        const request = new Request(`https://graph.microsoft.com/v1.0${site}`, { headers });
        return (await tenant.send(request)).status;
      };
      if (withdrawnConsent === 'refused') {
        expect(await after(held)).toBe(401);
        continue;
      }
      const next = await tenant.entra.appToken(strangerApp, 'https://graph.microsoft.com');
      expect([await after(held), await after(next)]).toEqual([200, 403]);
    }
  });

  test('C Selected: the roles read, write, owner and fullcontrol reach as far as they say', async () => {
    const { admin, stranger, runtime, createList } = await createScratch(kind);
    const list = await createList();
    await addItems(runtime, list, [{ Title: 'a' }]);
    const reach = async () => [
      (await stranger.send('GET', `${list}/items/1`)).status,
      (await stranger.send('PATCH', `${list}/items/1/fields`, { Title: 'b' })).status,
      (
        await stranger.send('POST', `${list}/columns`, {
          name: `C${Math.random()}`.replace('.', ''),
          text: {},
        })
      ).status,
    ];
    const made = await admin.send('POST', `${site}/permissions`, grantTo(strangerApp, 'read'));
    const grant = `${site}/permissions/${textOf(made.body['id'])}`;
    expect(await reach()).toEqual([200, 403, 403]);
    expect((await admin.send('PATCH', grant, { roles: ['write'] })).status).toBe(200);
    expect(await reach()).toEqual([200, 200, 403]);
    for (const role of ['owner', 'fullcontrol']) {
      await admin.send('PATCH', grant, { roles: [role] });
      expect([role, ...(await reach())]).toEqual([role, 200, 200, 201]);
    }
    expect((await admin.send('DELETE', grant)).status).toBe(204);
    expect(await reach()).toEqual([403, 403, 403]);
    const odd = await admin.send('POST', `${site}/permissions`, grantTo(strangerApp, 'everything'));
    expect(odd.status).toBe(400);
  });

  test('C Selected: a role of `write` could not create lists', async () => {
    for (const writeGrantCreatesLists of [false, true]) {
      const { runtime } = await createScratch(kind, { switches: { writeGrantCreatesLists } });
      const { status } = await runtime.send('POST', `${site}/lists`, { displayName: 'Mine' });
      expect(status).toBe(writeGrantCreatesLists ? 201 : 403);
    }
  });

  test('C Selected: `fullcontrol` is taken at POST, or only at PATCH as in 2021', async () => {
    for (const fullControlAtPost of ['accepted', 'refused'] as const) {
      const { admin } = await createScratch(kind, { switches: { fullControlAtPost } });
      const made = await admin.send(
        'POST',
        `${site}/permissions`,
        grantTo(strangerApp, 'fullcontrol'),
      );
      expect(made.status).toBe(fullControlAtPost === 'accepted' ? 201 : 400);
      const write = await admin.send('POST', `${site}/permissions`, grantTo(strangerApp, 'write'));
      const grant = `${site}/permissions/${textOf(write.body['id'])}`;
      expect((await admin.send('PATCH', grant, { roles: ['fullcontrol'] })).status).toBe(200);
    }
  });

  test('C Selected: a grant names the app by grantedTo or by the older grantedToIdentities', async () => {
    const { admin, stranger } = await createScratch(kind);
    const byNewName = {
      roles: ['read'],
      grantedTo: [{ application: { id: strangerApp } }],
    };
    const made = await admin.send('POST', `${site}/permissions`, byNewName);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      roles: ['read'],
      grantedToIdentitiesV2: [{ application: { id: strangerApp } }],
    });
    expect((await stranger.send('GET', site)).status).toBe(200);
    const all = await admin.send('GET', `${site}/permissions`);
    expect(JSON.stringify(all.body)).toContain(strangerApp);
    expect(JSON.stringify(all.body)).toContain(runtimeApp);
  });

  test('C Selected: granting on a site takes Sites.FullControl.All', async () => {
    const { runtime } = await createScratch(kind);
    const refused = await runtime.send('POST', `${site}/permissions`, grantTo(strangerApp, 'read'));
    expect([refused.status, refused.body['error']?.['code']]).toEqual([403, 'accessDenied']);
  });

  test('C Selected: a grant on one list reaches that list alone', async () => {
    const { tenant, admin, stranger, createList } = await createScratch(kind);
    tenant.directory.registerApp({
      clientId: strangerApp,
      displayName: 'One list',
      secret: 'only in tests',
      appRoles: [],
      redirectUris: [],
      grantedApplicationPermissions: ['Lists.SelectedOperations.Selected'],
    });
    const mine = await createList([], 'Mine');
    const other = await createList([], 'Other');
    const made = await admin.send('POST', `${mine}/permissions`, grantTo(strangerApp, 'write'));
    expect(made.status).toBe(201);
    const write = (list: string) =>
      stranger.send('POST', `${list}/items`, { fields: { Title: 'a' } });
    expect((await write(mine)).status).toBe(201);
    expect((await write(other)).status).toBe(403);
    expect((await stranger.send('GET', site)).status).toBe(403);
  });

  test('C Selected: Files scopes reach no list', async () => {
    const { tenant, admin, stranger, createList } = await createScratch(kind);
    tenant.directory.registerApp({
      clientId: strangerApp,
      displayName: 'Files alone',
      secret: 'only in tests',
      appRoles: [],
      redirectUris: [],
      grantedApplicationPermissions: ['Files.SelectedOperations.Selected'],
    });
    const list = await createList();
    await addItems(admin, list, [{ Title: 'a' }]);
    for (const address of [site, list, `${list}/items/1`]) {
      const grant = await admin.send(
        'POST',
        `${address}/permissions`,
        grantTo(strangerApp, 'write'),
      );
      expect(grant.status).toBe(201);
    }
    for (const address of [`${list}/items`, `${list}/items/1`, `${list}/items/delta`, list]) {
      const { status, body } = await stranger.send('GET', address);
      expect([address, status, body['error']?.['code']]).toEqual([address, 403, 'accessDenied']);
    }
  });

  test('C Selected: delegated access is the app’s grant cut down to the person’s own rights', async () => {
    for (const unreadableList of ['403', '404'] as const) {
      const { tenant, runtime, delegated, createList } = await createScratch(kind, {
        switches: { unreadableList },
      });
      tenant.directory.addUsers([person(ada, 'Ada Hart')]);
      const list = await createList();
      const listId = list.split('/').at(-1) ?? '';
      await addItems(runtime, list, [{ Title: 'a' }]);
      const asAda = delegated(ada, 'Sites.Selected');
      const reach = async () => [
        (await asAda.send('GET', `${list}/items`)).status,
        (await asAda.send('POST', `${list}/items`, { fields: { Title: 'b' } })).status,
      ];
      expect(await reach()).toEqual([200, 201]);
      tenant.directory.setPersonRights(ada, listId, 'read');
      expect(await reach()).toEqual([200, 403]);
      tenant.directory.setPersonRights(ada, listId, 'none');
      expect(await reach()).toEqual([Number(unreadableList), Number(unreadableList)]);
      // The app by itself is not held to it, and a person gets no further than the app's grant.
      expect((await runtime.send('GET', `${list}/items`)).status).toBe(200);
      tenant.directory.setPersonRights(ada, listId, 'owner');
      tenant.directory.grantSite(runtimeApp, 'read');
      expect(await reach()).toEqual([200, 403]);
    }
  });

  test('C Selected: a person’s rights on the site are theirs on every list without rights of its own', async () => {
    const { tenant, delegated, createList } = await createScratch(kind);
    tenant.directory.addUsers([person(ada, 'Ada Hart')]);
    const open = await createList([], 'Open');
    const closed = await createList([], 'Closed');
    tenant.directory.setPersonRights(ada, site.slice('/sites/'.length), 'none');
    tenant.directory.setPersonRights(ada, open.split('/').at(-1) ?? '', 'read');
    const asAda = delegated(ada, 'Sites.Selected');
    expect((await asAda.send('GET', `${open}/items`)).status).toBe(200);
    expect((await asAda.send('GET', `${closed}/items`)).status).toBe(403);
    expect((await asAda.send('GET', `${site}/lists`)).status).toBe(403);
  });

  test('A Item write: lookup ids of people come from the hidden User Information List', async () => {
    const { tenant, runtime, delegated, createList } = await createScratch(kind);
    tenant.directory.addUsers([person(ada, 'Ada Hart')]);
    const list = await createList([{ name: 'Owner', personOrGroup: {} }]);
    const people = `${site}/lists/User Information List`;
    const known = await runtime.send(
      'GET',
      `${people}/items?$expand=fields&$filter=fields/EMail eq 'ada.hart@lastmile.example'`,
      undefined,
      { Prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' },
    );
    expect(known.body['value']).toHaveLength(1);
    expect(known.body['value']?.[0]?.['fields']).toMatchObject({
      Title: 'Ada Hart',
      UserName: 'ada.hart@lastmile.example',
      Name: 'i:0#.f|membership|ada.hart@lastmile.example',
    });
    const id = textOf(known.body['value']?.[0]?.['id']);
    expect(id).not.toBe(ada);
    // Whoever writes as themselves is the same id in AuthorLookupId.
    await addItems(delegated(ada, 'Sites.Selected'), list, [{ OwnerLookupId: Number(id) }]);
    const item = await runtime.send('GET', `${list}/items/1?$expand=fields`);
    expect(item.body['fields']).toMatchObject({ OwnerLookupId: id, AuthorLookupId: id });
    const lists = await runtime.send('GET', `${site}/lists`);
    expect(JSON.stringify(lists.body)).not.toContain('User Information List');
    const write = await runtime.send('POST', `${people}/items`, { fields: { Title: 'x' } });
    expect(write.status).toBe(403);
  });

  test('C Selected: a grant on one item reaches that item alone', async () => {
    const { tenant, runtime, admin, stranger, createList } = await createScratch(kind);
    tenant.directory.registerApp({
      clientId: strangerApp,
      displayName: 'App 3',
      secret: 'only in tests',
      appRoles: [],
      redirectUris: [],
      grantedApplicationPermissions: ['ListItems.SelectedOperations.Selected'],
    });
    const list = await createList();
    await addItems(runtime, list, [{ Title: 'a' }, { Title: 'b' }]);
    const statuses = async () => {
      const read = async (address: string) => (await stranger.send('GET', address)).status;
      const edit = await stranger.send('PATCH', `${list}/items/1/fields`, { Title: 'c' });
      return [await read(`${list}/items/1`), edit.status, await read(`${list}/items/2`)];
    };
    expect(await statuses()).toEqual([403, 403, 403]);
    const granted = await admin.send(
      'POST',
      `${list}/items/1/permissions`,
      grantTo(strangerApp, 'read'),
    );
    expect(granted.status).toBe(201);
    expect(await statuses()).toEqual([200, 403, 403]);
    const grant = `${list}/items/1/permissions/${textOf(granted.body['id'])}`;
    await admin.send('PATCH', grant, { roles: ['write'] });
    expect(await statuses()).toEqual([200, 200, 403]);
    expect((await stranger.send('GET', `${list}/items`)).status).toBe(403);
    expect((await admin.send('GET', `${list}/permissions`)).body['value']).toEqual([]);
    expect(
      (await admin.send('POST', `${list}/items/9/permissions`, grantTo(strangerApp, 'read')))
        .status,
    ).toBe(404);
    expect((await admin.send('DELETE', grant)).status).toBe(204);
    expect(await statuses()).toEqual([403, 403, 403]);
  });
});
