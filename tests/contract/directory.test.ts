import { describe, expect, test } from 'vitest';
import type { LocalTenantOptions } from '../../api/local-tenant/localTenant';
import { clientKinds, type ClientKind, textOf } from './contractClients';
import { ada, adminApp, createScratch, person } from './scratchTenant';

const group = '6a0b0000-0000-4000-8000-000000000001';
const idOf = (at: number) => `0b1ec700-0000-4000-8000-${String(at).padStart(12, '0')}`;

async function withPeople(kind: ClientKind, count = 3, options: LocalTenantOptions = {}) {
  const scratch = await createScratch(kind, options);
  const people = Array.from({ length: count }, (_, at) => person(idOf(at + 1), `Person ${at + 1}`));
  scratch.tenant.directory.addUsers(people);
  scratch.tenant.directory.addGroup({
    id: group,
    displayName: 'Programme',
    memberIds: people.map(({ id }) => id),
  });
  return { ...scratch, people };
}

describe.each(clientKinds)('the directory through %s', (kind) => {
  test('C Users: a person is found by id and by userPrincipalName, with $select', async () => {
    const { admin, people } = await withPeople(kind);
    const first = people[0]!;
    const byId = await admin.send('GET', `/users/${first.id}`);
    expect(byId.body).toMatchObject({ id: first.id, displayName: 'Person 1' });
    expect(byId.body).not.toHaveProperty('accountEnabled');
    const byName = await admin.send(
      'GET',
      `/users/${first.userPrincipalName}?$select=id,department,accountEnabled`,
    );
    expect(byName.body).toMatchObject({
      id: first.id,
      department: 'Advisory',
      accountEnabled: true,
    });
    expect(byName.body).not.toHaveProperty('displayName');
    const nobody = await admin.send('GET', `/users/${idOf(99)}`);
    expect([nobody.status, nobody.body['error']?.['code']]).toEqual([
      404,
      'Request_ResourceNotFound',
    ]);
  });

  test('C Users: they are listed by page and filtered by their properties', async () => {
    const { admin } = await withPeople(kind, 105);
    const first = await admin.send('GET', '/users?$select=id');
    expect(first.body['value']).toHaveLength(100);
    const rest = await admin.send('GET', textOf(first.body['@odata.nextLink']));
    expect(rest.body['value']).toHaveLength(5);
    expect(rest.body).not.toHaveProperty('@odata.nextLink');
    const one = await admin.send('GET', "/users?$filter=displayName eq 'Person 7'");
    expect(one.body['value']).toHaveLength(1);
    expect((await admin.send('GET', '/users?$top=1000')).status).toBe(400);
  });

  test('C Directory: reading people and groups takes their permissions', async () => {
    const { runtime } = await withPeople(kind);
    for (const address of [
      '/users',
      `/users/${ada}`,
      `/groups/${group}`,
      `/groups/${group}/members`,
    ]) {
      const { status, body } = await runtime.send('GET', address);
      expect([status, body['error']?.['code']]).toEqual([403, 'Authorization_RequestDenied']);
    }
  });

  test('C /me: it is the person of a delegated token with User.Read', async () => {
    const { runtime, delegated } = await withPeople(kind);
    const me = await delegated(ada, 'User.Read').send('GET', '/me');
    expect(me.body).toMatchObject({ id: ada, displayName: 'Person 1' });
    const appOnly = await runtime.send('GET', '/me');
    expect(appOnly.status).toBe(400);
    const unscoped = await delegated(ada, 'Sites.Selected').send('GET', '/me');
    expect(unscoped.status).toBe(403);
  });

  test('C Group members: GroupMember.Read.All reads them by page, app-only and delegated', async () => {
    const { admin, delegated } = await withPeople(kind, 120);
    for (const client of [admin, delegated(ada, 'GroupMember.Read.All')]) {
      for (const relation of ['members', 'transitiveMembers']) {
        const first = await client.send('GET', `/groups/${group}/${relation}?$select=id&$top=90`);
        const rest = await client.send('GET', textOf(first.body['@odata.nextLink']));
        const ids = [first, rest].flatMap(({ body }) =>
          (body['value'] as unknown as { id: string }[]).map(({ id }) => id),
        );
        expect(new Set(ids).size).toBe(120);
        expect(first.body['value']?.[0]?.['@odata.type']).toBe('#microsoft.graph.user');
      }
    }
    expect((await admin.send('GET', `/groups/${group}`)).body['displayName']).toBe('Programme');
    expect((await admin.send('GET', `/groups/${idOf(9)}/members`)).status).toBe(404);
  });

  test('C Nested groups: transitive members are everybody inside, and a delta tells of each group’s own', async () => {
    const { tenant, admin } = await withPeople(kind, 3);
    const inner = idOf(8_001);
    tenant.directory.addGroup({ id: inner, displayName: 'Inner', memberIds: [ada, group] });
    const outer = idOf(8_002);
    tenant.directory.addGroup({ id: outer, displayName: 'Outer', memberIds: [inner] });
    const typesOf = async (relation: string) => {
      const { body } = await admin.send('GET', `/groups/${outer}/${relation}?$select=id`);
      const members = body['value'] as unknown as { '@odata.type': string }[];
      return members.map((member) => member['@odata.type'].replace('#microsoft.graph.', '')).sort();
    };
    expect(await typesOf('members')).toEqual(['group']);
    expect(await typesOf('transitiveMembers')).toEqual(['group', 'group', 'user', 'user', 'user']);
    const either = encodeURIComponent(`id eq '${outer}' or id eq '${inner}'`);
    const first = await admin.send('GET', `/groups/delta?$select=members&$filter=${either}`);
    expect(first.body['value']).toHaveLength(2);
    tenant.directory.addGroup({ id: inner, displayName: 'Inner', memberIds: [group] });
    const next = await admin.send('GET', textOf(first.body['@odata.deltaLink']));
    expect(next.body['value']).toMatchObject([
      { id: inner, 'members@delta': [{ id: ada, '@removed': { reason: 'deleted' } }] },
    ]);
  });

  test('C Members delta: who joined and who left since the token', async () => {
    const { tenant, admin } = await withPeople(kind, 3);
    const first = await admin.send('GET', `/groups/delta?$select=members&$filter=id eq '${group}'`);
    expect(first.body['value']?.[0]?.['members@delta']).toHaveLength(3);
    tenant.directory.addUsers([person(idOf(4), 'Person 4')]);
    tenant.directory.addGroup({
      id: group,
      displayName: 'Programme',
      memberIds: [idOf(2), idOf(3), idOf(4)],
    });
    const next = await admin.send('GET', textOf(first.body['@odata.deltaLink']));
    expect(next.body['value']?.[0]?.['members@delta']).toEqual([
      { '@odata.type': '#microsoft.graph.user', id: idOf(1), '@removed': { reason: 'deleted' } },
      { '@odata.type': '#microsoft.graph.user', id: idOf(4) },
    ]);
    const quiet = await admin.send('GET', textOf(next.body['@odata.deltaLink']));
    expect(quiet.body['value']).toEqual([]);
  });

  test('C Members delta: a link older than seven days is refused, and the group read anew', async () => {
    for (const expiredDirectoryDelta of ['410', 'syncStateNotFound400'] as const) {
      let at = Date.parse('2026-11-02T09:00:00Z');
      const { delegated } = await withPeople(kind, 3, {
        now: () => new Date(at),
        switches: { expiredDirectoryDelta },
      });
      // A token does not live as long as a link: each request has its own.
      const ask = (address: string) => delegated(ada, 'GroupMember.Read.All').send('GET', address);
      const first = await ask(`/groups/delta?$select=members&$filter=id eq '${group}'`);
      const link = textOf(first.body['@odata.deltaLink']);
      at += 7 * 86_400_000;
      expect((await ask(link)).status).toBe(200);
      at += 1;
      const late = await ask(link);
      expect([late.status, late.body['error']?.['code']]).toEqual([
        expiredDirectoryDelta === '410' ? 410 : 400,
        'syncStateNotFound',
      ]);
      if (expiredDirectoryDelta !== '410') continue;
      const anew = await ask(late.headers.get('location') ?? '');
      expect(anew.body['value']?.[0]?.['members@delta']).toHaveLength(3);
    }
  });

  test('C Activity notification: its type is declared, its preview at most 150 characters', async () => {
    const { tenant, admin, runtime } = await withPeople(kind);
    const notify = (activityType: string, content = 'Your flag was answered') => ({
      topic: { source: 'text', value: 'Feedback', webUrl: 'https://teams.microsoft.com/l/x' },
      activityType,
      previewText: { content },
    });
    const address = `/users/${ada}/teamwork/sendActivityNotification`;
    expect((await admin.send('POST', address, notify('feedbackAnswered'))).status).toBe(204);
    expect((await admin.send('POST', address, notify('systemDefault'))).status).toBe(204);
    expect((await admin.send('POST', address, notify('undeclared'))).status).toBe(400);
    expect(
      (await admin.send('POST', address, notify('feedbackAnswered', 'x'.repeat(151)))).status,
    ).toBe(400);
    expect((await runtime.send('POST', address, notify('feedbackAnswered'))).status).toBe(403);
    expect(tenant.notifications(ada)).toMatchObject([
      { activityType: 'feedbackAnswered', clientId: adminApp },
      { activityType: 'systemDefault' },
    ]);
  });
});
