import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createMemoryJournal, openJournal } from './journal';
import type { Mutation } from './mutations';

const person = '0b1ec700-0000-4000-8000-000000000001';

/** One of each kind of record that is no list, in the order an administrator might come to them. */
const mutations: readonly Mutation[] = [
  { kind: 'directoryRole', userId: person, role: 'Reports Reader', assigned: true },
  { kind: 'directoryRole', userId: person, role: 'Global Reader', assigned: true },
  { kind: 'directoryRole', userId: person, role: 'Global Reader', assigned: false },
  { kind: 'appInstalled', clientId: 'app', userId: person, installed: false },
  { kind: 'appInstalled', clientId: 'other', userId: person, installed: false },
  { kind: 'appInstalled', clientId: 'other', userId: person, installed: true },
  { kind: 'personRights', userId: person, scopeId: 'list', rights: 'read' },
  { kind: 'personRights', userId: person, scopeId: 'site,with,commas', rights: 'owner' },
  {
    kind: 'event',
    event: {
      id: 'event',
      owner: { kind: 'user', id: person },
      clientId: 'app',
      createdAt: '2026-11-23T09:00:00Z',
      modifiedAt: '2026-11-23T09:00:00Z',
      version: 1,
      body: { subject: 'Practice' },
    },
  },
  {
    kind: 'registration',
    registration: {
      type: 'servicePrincipal',
      id: 'principal',
      appId: 'app',
      displayName: 'Last Mile',
      tags: [],
      createdAt: '2026-11-23T09:00:00Z',
    },
  },
  {
    kind: 'registration',
    registration: {
      type: 'permissionGrant',
      id: 'withdrawn',
      clientId: 'principal',
      consentType: 'AllPrincipals',
      principalId: null,
      resourceId: 'graph',
      scope: 'User.Read',
    },
  },
  { kind: 'registrationRemoved', id: 'withdrawn' },
  { kind: 'copilotUsage', report: { refreshDate: '2026-11-21', rows: [] } },
  { kind: 'concealedNames', concealed: false },
  { kind: 'siteDeleted', address: 'https://lastmile.sharepoint.com/sites/gone' },
  {
    kind: 'subscription',
    subscription: {
      id: 'subscription',
      siteId: 'site',
      listId: 'list',
      resource: 'sites/site/lists/list',
      clientId: 'app',
      notificationUrl: 'https://product.example/hook',
      expirationDateTime: '2026-12-01T00:00:00.000Z',
    },
  },
];

test('subscriptions, events, reports and rights are there again, from the journal and from the snapshot', () => {
  const folder = mkdtempSync(join(tmpdir(), 'local-tenant-'));
  try {
    const wanted = createMemoryJournal();
    const first = openJournal(folder);
    for (const mutation of mutations) {
      wanted.commit(mutation);
      first.commit(mutation);
    }
    first.close();
    // The first opening replays the journal and compacts it; the second reads the snapshot.
    for (const round of ['journal', 'snapshot']) {
      const again = openJournal(folder);
      expect([round, again.state]).toEqual([round, wanted.state]);
      again.close();
    }
    expect(wanted.state.personRights.get(`${person} site,with,commas`)).toBe('owner');
    expect(wanted.state.uninstalledApps.size).toBe(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
