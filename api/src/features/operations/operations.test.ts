import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  auditResponse,
  deliveriesResponse,
  replayReceipt,
  type AuditEntry,
} from '@last-mile/shared/operations';
import { libraryItem } from '@last-mile/shared/library';
import {
  createTestProduct,
  people,
  type PersonName,
  type TestProduct,
} from '../../../local-tenant/testProduct';
import { deliveriesCommand } from '../../deliveries/command';
import { createParkedDeliveries } from '../../sync/parkedDeliveries';

let it: TestProduct;
let admin: { token: string };
beforeAll(async () => {
  it = await createTestProduct();
  admin = { token: await it.token('frank', { roles: ['Admin'] }) };
});
afterAll(() => it.close());

const words = 'Words that nobody else may read';

describe('a parked delivery', () => {
  let key: string;
  beforeEach(() => {
    key = randomUUID();
  });

  const send = (clientKey = key) =>
    it.ask('carol', '/api/feedback', {
      ...{ clientKey, kind: 'suggestion', reason: null, reachedClient: false, named: true },
      ...{ about: { type: 'tool' }, text: words, surface: 'teams' },
    });
  const refuse = (status: number, times: number) => {
    it.tenant.faults.answer(status, { path: '/items', method: 'POST', times });
  };
  const deliver = () => it.product.lists.deliverNow();
  const state = async () =>
    deliveriesResponse.parse(await (await it.ask(admin, '/api/admin/deliveries')).json());
  const replay = async (items: unknown) =>
    replayReceipt.parse(
      await (await it.ask(admin, '/api/admin/deliveries/replay', { items })).json(),
    ).replayed;
  const heldWith = async (clientKey: string) =>
    (await it.product.lists.stores.Feedback.all()).filter(
      (each) => each.clientKey.endsWith(clientKey) && each.delivered,
    ).length;
  /** What the list and the outbox know the item by. */
  const parkedKey = async () => {
    const [item] = (await state()).items;
    if (!item) throw new Error('Nothing is parked.');
    return item;
  };

  test.each([
    ['because it was refused for good', 400, 1],
    ['because it clashed three times', 409, 3],
  ])(
    '%s is shown without its words, and is delivered once after a replay',
    async (_, status, times) => {
      refuse(status, times);
      expect((await send()).status).toBe(202);
      for (let round = 0; round < times; round += 1) await deliver();
      const answer = await it.ask(admin, '/api/admin/deliveries');
      expect(await answer.text()).not.toContain(words);
      const { health, parked } = await state();
      expect({ health, parked }).toEqual({ health: 'parked', parked: 1 });
      const { list, clientKey, reason } = await parkedKey();
      expect(reason).toMatch(/^\w+$/);

      expect(await replay([{ list, clientKey }])).toBe(1);
      expect(await replay([{ list, clientKey }])).toBe(0);
      await it.settle();
      expect(await state()).toMatchObject({ health: 'well', waiting: 0, parked: 0, items: [] });
      expect(await heldWith(key)).toBe(1);
      expect(await replay(null)).toBe(0);
    },
  );

  test('that SharePoint took after all is not delivered twice', async () => {
    refuse(400, 1);
    await send();
    await deliver();
    const { list, clientKey } = await parkedKey();
    await it.database.query(
      `UPDATE outbox SET state = 'waiting' WHERE list_name = $1 AND client_key = $2`,
      [list, clientKey],
    );
    await deliver();
    await it.database.query(
      `UPDATE outbox SET state = 'parked', reason = 'lost: it came back from a backup',
         fields = (SELECT fields FROM list_replica AS held
                    WHERE held.list_name = $1 AND held.client_key = $2)
        WHERE list_name = $1 AND client_key = $2`,
      [list, clientKey],
    );
    expect(await replay(null)).toBe(1);
    await it.settle();
    expect(await heldWith(key)).toBe(1);
    expect(await state()).toMatchObject({ health: 'well', parked: 0 });
  });

  test('is listed, replayed and dropped on the command line, which asks before it drops', async () => {
    const run = async (args: string[], typed = '') => {
      const printed: string[] = [];
      const code = await deliveriesCommand(
        args,
        createParkedDeliveries(it.database, () => new Date()),
        { print: (line) => void printed.push(line), ask: () => Promise.resolve(typed) },
      );
      return { code, printed: printed.join('\n') };
    };
    refuse(400, 2);
    await send();
    const kept = randomUUID();
    await send(kept);
    await deliver();
    const [first, second] = (await state()).items;
    const name = `${first?.list ?? ''}/${first?.clientKey ?? ''}`;

    const listed = await run([]);
    expect(listed.printed).toContain('0 waiting; 2 parked.');
    expect(listed.printed).toContain(name);
    expect(listed.printed).not.toContain(words);

    expect(await run(['--drop', name], 'no')).toEqual({
      ...{ code: 1, printed: 'Nothing was dropped.' },
    });
    expect(await run(['--drop', 'everything'])).toMatchObject({ code: 1 });
    expect(await run(['--drop', name], first?.clientKey)).toEqual({ code: 0, printed: 'Dropped.' });
    expect(await run(['--replay', `${second?.list ?? ''}/${second?.clientKey ?? ''}`])).toEqual({
      ...{ code: 0, printed: '1 will be tried again within seconds.' },
    });
    await it.settle();
    expect([await heldWith(key), await heldWith(kept)]).toEqual([0, 1]);
    expect(
      await it.database.query(`SELECT FROM outbox WHERE fields::text LIKE '%' || $1 || '%'`, [
        words,
      ]),
    ).toEqual([]);
    // Sent again it is known: what was dropped does not come back by itself.
    expect(await (await send()).json()).toMatchObject({ state: 'known' });
  });

  test('is replayed and dropped on the record', async () => {
    const acts = await it.database.query<{ actorId: string; action: string }>(
      `SELECT actor_id AS "actorId", action FROM audit_trail WHERE action LIKE 'deliveries.%' ORDER BY id`,
    );
    expect(
      acts.filter(({ actorId }) => actorId === 'operator').map(({ action }) => action),
    ).toEqual(['deliveries.dropped', 'deliveries.replayed']);
    expect(acts.filter(({ actorId }) => actorId === people.frank)).toHaveLength(3);
  });
});

/** A draft of the library, by its key. */
async function wroteDraft(name: PersonName, title: string): Promise<string> {
  const clientKey = randomUUID();
  const content = {
    ...{ kind: 'prompt', title, purpose: '', body: 'Text', subject: null, jobFamilies: [] },
    ...{ taskKey: null, stepKey: null, assistant: null, language: 'en', tags: [], sources: [] },
    ...{ checkBeforeTrusting: '', placeholders: [], exampleOutput: '' },
  };
  const sent = await it.ask(name, '/api/library/drafts', { clientKey, content, original: null });
  expect(sent.status).toBe(202);
  return clientKey;
}

describe('the audit trail', () => {
  const period = 'from=2025-01-01T00:00:00Z&until=2025-02-01T00:00:00Z';

  beforeAll(async () => {
    await it.database.query(
      `INSERT INTO audit_trail (at, actor_id, action, subject, details)
       SELECT timestamptz '2025-01-10T00:00:00Z' + n * interval '1 minute', 'somebody',
         'programme.planSaved', '=cmd' || n, '{"n": 1}'
       FROM generate_series(1, 450) AS n`,
    );
  });

  test('is read a page at a time, each entry once and in order', async () => {
    const entries: AuditEntry[] = [];
    let next: string | null = '0';
    while (next !== null) {
      const page = await it.ask(admin, `/api/admin/audit?${period}&after=${next}`);
      const read = auditResponse.parse(await page.json());
      expect(read.entries.length).toBeLessThanOrEqual(200);
      entries.push(...read.entries);
      next = read.next;
    }
    expect(entries.map(({ subject }) => subject)).toEqual(
      Array.from({ length: 450 }, (_, n) => `=cmd${n + 1}`),
    );
  });

  test('is read from its end, each entry once, with the names of who did something', async () => {
    await it.database.query(
      `INSERT INTO audit_trail (at, actor_id, action, subject)
       SELECT timestamptz '2025-03-01T00:00:00Z' + n * interval '1 minute', $1, 'roles.changed', $2
       FROM generate_series(1, 250) AS n`,
      ['last-mile', people.carol],
    );
    const page = async (after: string) => {
      const asked = `from=2025-03-01T00:00:00Z&until=2025-04-01T00:00:00Z&newestFirst=true${after}`;
      return auditResponse.parse(await (await it.ask(admin, `/api/admin/audit?${asked}`)).json());
    };
    const newest = await page('');
    const rest = await page(`&after=${newest.next ?? ''}`);
    const minutes = [...newest.entries, ...rest.entries].map(({ at }) => Date.parse(at) / 60_000);
    expect(minutes.map((minute) => minute - (minutes.at(-1) ?? 0))).toEqual(
      Array.from({ length: 250 }, (_, n) => 249 - n),
    );
    expect(rest.next).toBeNull();
    expect(newest.names).toEqual({ [people.carol]: 'Carol Example' });
  });

  test('names who was handed something, besides who handed it over', async () => {
    await it.database.query(
      `INSERT INTO audit_trail (at, actor_id, action, subject, details)
       VALUES ('2025-05-01T00:00:00Z', $1, 'programme.ownerNamed', 'a programme', $2),
              ('2025-05-01T00:00:00Z', $1, 'library.copied', 'a programme', $3)`,
      [people.alice, { from: people.bob, to: people.dora }, { from: people.carol, imported: 1 }],
    );
    const asked = 'from=2025-05-01T00:00:00Z&until=2025-06-01T00:00:00Z';
    const response = await it.ask(admin, `/api/admin/audit?${asked}`);
    expect(Object.keys(auditResponse.parse(await response.json()).names).toSorted()).toEqual([
      ...[people.alice, people.bob, people.dora],
    ]);
  });

  test('is exported as a file in which no spreadsheet finds a formula', async () => {
    const file = await it.ask(admin, `/api/admin/audit/export?${period}`);
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const lines = (await file.text()).trim().split('\r\n');
    expect(lines).toHaveLength(451);
    expect(lines[1]).toContain(`"'=cmd1"`);
  });

  test('says itself who read it and who took it away', async () => {
    const read = await it.database.query(
      `SELECT action, actor_id AS "actorId" FROM audit_trail WHERE action LIKE 'audit.%' ORDER BY id`,
    );
    expect(read).toEqual([
      { action: 'audit.seen', actorId: people.frank },
      { action: 'audit.exported', actorId: people.frank },
    ]);
  });

  test('is asked for by period only', async () => {
    expect((await it.ask(admin, '/api/admin/audit')).status).toBe(400);
    expect((await it.ask(admin, `/api/admin/audit?${period}&after=x`)).status).toBe(400);
  });

  test('names things as they are called now, and tells nobody a title they may not read', async () => {
    const draft = await wroteDraft('carol', 'What only champions read');
    const published = await wroteDraft('carol', 'What everybody reads');
    await it.settle();
    const { eTag } = libraryItem.parse(
      await (await it.ask('alice', `/api/library/${published}`)).json(),
    );
    expect((await it.ask('alice', `/api/library/${published}/publication`, { eTag })).status).toBe(
      200,
    );
    const [gone, session] = [randomUUID(), randomUUID()];
    const { clientKey: programmeKey } = it.programme;
    const acts: [string, string, object][] = [
      ['library.drafted', draft, {}],
      ['library.published', published, {}],
      ['workflows.mapSaved', gone, {}],
      ['case.made', randomUUID(), { itemKey: published }],
      ['programme.planSaved', programmeKey, {}],
      ['library.sessionDrafted', session, { entries: 1 }],
    ];
    for (const [action, subject, details] of acts) {
      await it.database.query(
        `INSERT INTO audit_trail (at, actor_id, action, subject, programme_key, details)
         VALUES ('2025-07-01T00:00:00Z', $1, $2, $3, $4, $5)`,
        [people.alice, action, subject, programmeKey, details],
      );
    }
    const asked = '/api/admin/audit?from=2025-07-01T00:00:00Z&until=2025-08-01T00:00:00Z';
    const seenBy = async (as: Parameters<TestProduct['ask']>[0]) =>
      auditResponse.parse(await (await it.ask(as, asked)).json()).subjects;
    const closed = { state: 'closed', title: null };
    const everybody = { state: 'there', title: 'What everybody reads' };
    const always = {
      [gone]: { state: 'gone', title: null },
      [programmeKey]: { state: 'there', title: it.programme.name },
    };
    expect(await seenBy(admin)).toEqual({ ...always, [draft]: closed, [published]: closed });
    const member = { token: await it.token('dora', { roles: ['Admin'] }) };
    expect(await seenBy(member)).toEqual({ ...always, [draft]: closed, [published]: everybody });
    const owner = { token: await it.token('alice', { roles: ['Admin', 'Champion'] }) };
    expect(await seenBy(owner)).toEqual({
      ...always,
      [draft]: { state: 'there', title: 'What only champions read' },
      [published]: everybody,
    });
    const file = await it.ask(admin, asked.replace('audit?', 'audit/export?'));
    expect(await file.text()).toContain(draft);
  });
});
