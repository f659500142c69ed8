import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestProduct, people, type TestProduct } from '../../local-tenant/testProduct';
import { routes } from '../routes';
import { auditedActs, auditedLooks, ownAuditActions } from '@last-mile/shared/operations';

const nameOf = ({ method, path }: (typeof routes)[number]) => `${method} ${path}`;

describe('every route says what the audit trail keeps of it', () => {
  /** Champions' requests that change nothing others rely on. */
  const unaudited = [
    // A draft is its author's until the programme starts, which is audited.
    'POST /api/programme-drafts',
    // SharePoint's version history says who gave a text back, and with which words.
    'POST /api/library/:clientKey/return',
    // Compares, and keeps nothing.
    'POST /api/library/import/likeness',
    // A room to write in together; what comes of it is audited as drafts.
    'POST /api/build-sessions',
    'POST /api/build-sessions/:clientKey/closing',
  ];

  test('what champions, leaders and admins change is audited, but for what is named here', () => {
    const silent = routes.filter(
      ({ method, who, audited }) =>
        method !== 'GET' && who !== 'anyone' && who !== 'member' && audited.length === 0,
    );
    expect(silent.map(nameOf).sort()).toEqual(unaudited.toSorted());
  });

  test('what is taken away as a file is audited', () => {
    const files = routes.filter(({ answer }) => answer === undefined);
    expect(files.filter(({ audited }) => audited.length === 0).map(nameOf)).toEqual([]);
  });

  test('only what is read is entered as a look', () => {
    const looks = Object.keys(auditedLooks);
    for (const route of routes) {
      const asLook = route.audited.filter((action) => looks.includes(action));
      expect([nameOf(route), asLook]).toEqual([
        nameOf(route),
        route.method === 'GET' ? route.audited : [],
      ]);
    }
  });

  test('nothing can be audited that no route and no worker does', () => {
    const done = new Set([...routes.flatMap(({ audited }) => audited), ...ownAuditActions]);
    const known = [...auditedActs, ...Object.keys(auditedLooks), ...ownAuditActions];
    expect([...done].sort()).toEqual(known.toSorted());
  });

  test('what a route says is written by code', () => {
    const source = fileURLToPath(new URL('..', import.meta.url));
    const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/(?:Access|\.test|auditActions)\.ts$/.test(file))
      .map((file) => readFileSync(`${source}/${file}`, 'utf8'))
      .join('\n');
    const acts = [...auditedActs, ...ownAuditActions];
    expect(acts.filter((action) => !code.includes(`'${action}'`))).toEqual([]);
  });
});

describe('the trail', () => {
  let it: TestProduct;
  let now = Date.parse('2026-11-26T09:00:00Z');
  beforeAll(async () => {
    it = await createTestProduct({ now: () => new Date(now) });
  });
  afterAll(() => it.close());

  const entries = (action: string) =>
    it.database.query(
      `SELECT actor_id AS "actorId", subject, programme_key AS "programmeKey", details
         FROM audit_trail WHERE action = $1 ORDER BY id`,
      [action],
    );

  test('says of each export who took what, in which programme', async () => {
    await it.ask('alice', '/api/library/export?format=csv');
    await it.ask('alice', '/api/library/export?format=csv');
    const { clientKey } = it.programme;
    const entry = { actorId: people.alice, subject: clientKey, programmeKey: clientKey };
    expect(await entries('library.exported')).toEqual(
      [entry, entry].map((each) => ({ ...each, details: {} })),
    );
  });

  test('says once an hour who looked at people to coach', async () => {
    await it.ask('alice', '/api/coaching');
    await it.ask('alice', '/api/coaching');
    expect(await entries('coaching.seen')).toHaveLength(1);
    await it.ask('bob', '/api/coaching');
    now += 61 * 60_000;
    await it.ask('alice', '/api/coaching');
    expect((await entries('coaching.seen')).map((each) => each['actorId'])).toEqual([
      people.alice,
      people.bob,
      people.alice,
    ]);
  });

  test('says nothing of a look that was refused', async () => {
    const before = await entries('coaching.seen');
    expect((await it.ask('carol', '/api/coaching')).status).toBe(403);
    expect((await it.ask('alice', '/api/library/export?format=pdf')).status).toBe(400);
    expect(await entries('coaching.seen')).toEqual(before);
    expect(await entries('library.exported')).toHaveLength(2);
  });

  test('says when the roles of somebody are seen to have changed, and by whom is for Entra to say', async () => {
    const token = await it.token('frank', { roles: ['Admin'] });
    await it.ask({ token }, '/api/me');
    now += 60_000;
    await it.ask({ token: await it.token('frank', { roles: ['Admin', 'Leader'] }) }, '/api/me');
    now += 60_000;
    await it.ask({ token: await it.token('frank', { roles: [] }) }, '/api/me');
    const changes = await it.database.query(
      `SELECT actor_id AS "actorId", details FROM audit_trail
        WHERE action = 'roles.changed' AND subject = $1 ORDER BY id`,
      [people.frank],
    );
    expect(changes).toEqual([
      { actorId: 'last-mile', details: { from: '', to: 'Admin' } },
      { actorId: 'last-mile', details: { from: 'Admin', to: 'Admin Leader' } },
      { actorId: 'last-mile', details: { from: 'Admin Leader', to: '' } },
    ]);
  });
});
