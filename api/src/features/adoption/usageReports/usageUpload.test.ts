import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  longestUsageFile,
  usageUploadReceipt,
  type UsageUploadReceipt,
} from '@last-mile/shared/adoption';
import { problem } from '@last-mile/shared/problem';
import { copilotUsageCsv } from '../../../../local-tenant/graph/copilotUsageCsv';
import {
  createAdoptionStage,
  type AdoptionStage,
} from '../../../../local-tenant/testing/adoptionStage';
import { people, type PersonName } from '../../../../local-tenant/testProduct';

let stage: AdoptionStage;
beforeAll(async () => {
  // A Wednesday.
  stage = await createAdoptionStage('2026-11-25T12:00:00Z');
});
afterAll(() => stage.close());
beforeEach(async () => {
  await stage.database.query('TRUNCATE usage_event, held_fact, subject_week, subject_first');
});

async function send(text: string, as: PersonName = 'alice', type = 'text/csv; charset=utf-8') {
  return stage.product.app.http.request('/api/adoption/usage-reports', {
    method: 'POST',
    headers: { Authorization: `Bearer ${await stage.token(as)}`, 'Content-Type': type },
    body: text,
  });
}

async function upload(...lines: string[]): Promise<UsageUploadReceipt> {
  const response = await send(lines.join('\r\n'));
  expect(response.status).toBe(200);
  return usageUploadReceipt.parse(await response.json());
}

async function refusal(text: string, type?: string) {
  const response = await send(text, 'alice', type);
  return { status: response.status, ...problem.parse(await response.json()) };
}

const reportRow = (userPrincipalName: string, lastActivity: Record<string, string>) => ({
  ...{ userPrincipalName, displayName: 'Example, "Somebody"', lastActivity },
  ...{ promptsAllApps: 3, promptsWork: 2, promptsWeb: 1, activeDays: 2 },
});

describe('Microsoft’s own report', () => {
  const report = {
    refreshDate: '2026-11-23',
    rows: [
      reportRow('Carol@Example.com', { copilotChat: '2026-11-19', wordCopilot: '2026-11-20' }),
      reportRow('bob@example.com', {}),
      reportRow('frank@example.com', { copilotChat: '2026-11-20' }),
      reportRow('alice@example.com', { copilotChat: '2026-01-05' }),
    ],
  };

  test.each([
    ['v1', 'D7', 'asDocumented'],
    ['v1', 'D30', 'otherOrderAndCase'],
    ['v2', 'D28', 'asDocumented'],
    ['v2', 'D7', 'otherOrderAndCase'],
  ] as const)('is read in version %s over %s, its columns %s', async (version, period, headers) => {
    const text = copilotUsageCsv(report, { version, period }, headers);
    expect(await upload(text)).toEqual({
      ...{ format: 'copilotReport', reportedOn: '2026-11-23', rows: 4, accepted: 2, known: 0 },
      ...{ withoutUse: 1, unknownPeople: 1, refusedRows: 2 },
      refused: [
        { row: 5, reason: 'tooOld' },
        { row: 4, reason: 'unknownPerson' },
      ],
    });
    expect(await stage.countedDays(people.carol)).toEqual(['2026-11-19', '2026-11-20']);
  });

  test('counts the same days as the daily look, and no day twice', async () => {
    stage.setReport('2026-11-23', { [people.carol]: ['2026-11-19', '2026-11-20'] });
    await stage.product.copilot.run();
    const text = copilotUsageCsv(report, { version: 'v2', period: 'D28' }, 'asDocumented');
    expect(await upload(text)).toMatchObject({ accepted: 0, known: 2 });
  });

  test('with concealed names is refused, with what to change', async () => {
    const rows = [reportRow('0123456789ABCDEF0123456789ABCDEF', { copilotChat: '2026-11-20' })];
    const text = copilotUsageCsv(
      { ...report, rows },
      { version: 'v1', period: 'D7' },
      'asDocumented',
    );
    const answer = await refusal(text);
    expect(answer).toMatchObject({ status: 409, code: 'concealedNames' });
    expect(answer.message).toContain('switch off concealed names');
    expect(await stage.database.query('SELECT 1 FROM usage_event')).toEqual([]);
  });
});

describe('a plain file', () => {
  test('counts a day with any use once, whatever its count, and none for a count of 0', async () => {
    const receipt = await upload(
      '\uFEFF COUNT ;Date; User ',
      '40;2026-11-19;carol@example.com',
      '1;2026-11-20;CAROL@example.com',
      '3;2026-11-20;carol@example.com',
      `0;2026-11-21;${people.carol}`,
      '',
    );
    expect(receipt).toEqual({
      ...{ format: 'days', reportedOn: null, rows: 4, accepted: 2, known: 0 },
      ...{ withoutUse: 1, unknownPeople: 0, refused: [], refusedRows: 0 },
    });
    const rows = await stage.database.query(
      'SELECT kind, surface, count(*) AS n FROM usage_event GROUP BY kind, surface',
    );
    expect(rows).toEqual([{ kind: 'reportedUse', surface: 'other', n: 2 }]);
  });

  test('names each row it cannot count, as a spreadsheet numbers it, and keeps the rest', async () => {
    const receipt = await upload(
      'user,date,count',
      'carol@example.com,2026-11-19,1',
      ',2026-11-19,1',
      '"carol@example.com",19.11.2026,1',
      'carol@example.com,2026-11-20,often',
      '',
      'carol@example.com,2026-11-20,-1',
      'carol@example.com,2026-11-26,1',
      'carol@example.com,2026-01-01,1',
      'erin@example.com,2026-11-19,1',
      'erin@example.com,2026-11-20,1',
    );
    expect(receipt).toEqual({
      ...{ format: 'days', reportedOn: null, rows: 9, accepted: 1, known: 0 },
      ...{ withoutUse: 0, unknownPeople: 1, refusedRows: 8 },
      refused: [
        { row: 3, reason: 'userMissing' },
        { row: 4, reason: 'dateUnreadable' },
        { row: 5, reason: 'countUnreadable' },
        { row: 7, reason: 'countUnreadable' },
        { row: 8, reason: 'inTheFuture' },
        { row: 9, reason: 'tooOld' },
        { row: 10, reason: 'unknownPerson' },
        { row: 11, reason: 'unknownPerson' },
      ],
    });
  });

  test('counts the same however its rows are ordered and repeated, and the second time nothing', async () => {
    const day = fc.integer({ min: 1, max: 25 }).map((n) => `2026-11-${String(n).padStart(2, '0')}`);
    const name = fc.constantFrom('carol', 'bob', 'alice', 'colleague3');
    const rows = fc.array(fc.tuple(name, day, fc.integer({ min: 0, max: 3 })), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(rows, async (told) => {
        await stage.database.query('TRUNCATE usage_event, held_fact, subject_week, subject_first');
        const lines = told.map(([user, on, count]) => `${user}@example.com,${on},${count}`);
        const distinct = new Set(
          told.filter(([, , count]) => count > 0).map(([user, on]) => `${user} ${on}`),
        );
        const first = await upload('user,date,count', ...lines, ...lines.toReversed());
        expect(first).toMatchObject({ accepted: distinct.size, refusedRows: 0 });
        const again = await upload('count,user,date', ...lines.map(reordered));
        expect(again).toMatchObject({ accepted: 0, known: distinct.size });
      }),
      { numRuns: 20 },
    );
  });

  const reordered = (line: string) => {
    const [user, on, count] = line.split(',');
    return [count, user, on].join(',');
  };

  test('counts days of who has left since, on which they were a member', async () => {
    const fresh = await createAdoptionStage('2026-11-16T12:00:00Z');
    try {
      const leaver = fresh.colleagues[0]!;
      fresh.clock.at = new Date('2026-11-24T12:00:00Z');
      fresh.setMembers(fresh.members.filter((member) => member !== leaver));
      await fresh.product.members.run();
      const response = await fresh.product.app.http.request('/api/adoption/usage-reports', {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${await fresh.token('alice')}`,
          'Content-Type': 'text/csv',
        },
        body: [
          'user,date,count',
          'colleague1@example.com,2026-11-19,1',
          `${leaver},2026-11-20,1`,
          `${leaver},2026-11-24,1`,
        ].join('\n'),
      });
      expect(usageUploadReceipt.parse(await response.json())).toMatchObject({
        ...{ accepted: 2, refusedRows: 1, refused: [{ row: 4, reason: 'unknownPerson' }] },
      });
      expect(await fresh.countedDays(leaver)).toEqual(['2026-11-19', '2026-11-20']);
    } finally {
      await fresh.close();
    }
  });

  test('with concealed names is refused', async () => {
    const text = 'user,date,count\n0123456789abcdef0123456789abcdef,2026-11-19,1';
    expect(await refusal(text)).toMatchObject({ status: 409, code: 'concealedNames' });
  });

  test('of many rows that cannot be counted names a hundred, first those that can be mended', async () => {
    const strangers = Array.from({ length: 150 }, (_, n) => `n${n}@elsewhere.example,2026-11-19,1`);
    const receipt = await upload('user,date,count', ...strangers, 'carol@example.com,soon,1');
    expect(receipt).toMatchObject({ refusedRows: 151, unknownPeople: 150 });
    expect(receipt.refused).toHaveLength(100);
    expect(receipt.refused[0]).toEqual({ row: 152, reason: 'dateUnreadable' });
  });
});

describe('what is no usage file', () => {
  test.each([
    ['nothing', ''],
    ['other columns', 'name,day\ncarol,2026-11-19'],
    ['a header alone', 'user,date,count\n'],
    ['a picture', '\u0089PNG\r\n\u001a\n\0\0'],
    ['a formula', '=HYPERLINK("https://evil.example";"carol@example.com")\n=1+1'],
  ])('is refused without repeating a word of it: %s', async (_, text) => {
    const answer = await refusal(text);
    expect(answer).toMatchObject({ status: 400, code: 'invalidRequest' });
    const words = JSON.stringify(answer);
    expect(words).not.toMatch(/evil|HYPERLINK|carol|PNG/);
    for (const { message } of answer.issues ?? []) expect(message).toMatch(/^[A-Z]/);
  });

  test('is refused when it is sent as something else, or is too long', async () => {
    expect(await refusal('{}', 'application/json')).toMatchObject({
      ...{ status: 415, message: 'Send the request as text/csv.' },
    });
    expect(await refusal('x'.repeat(longestUsageFile + 1))).toMatchObject({ status: 413 });
  });
});

test('a champion’s upload is written down by numbers, and nobody’s name is logged', async () => {
  await upload('user,date,count', 'carol@example.com,2026-11-19,1', 'who@example.com,2026-11-19,1');
  const rows = await stage.database.query(
    `SELECT actor_id AS actor, details FROM audit_trail
      WHERE action = 'adoption.usageUploaded' ORDER BY id DESC LIMIT 1`,
  );
  expect(rows).toEqual([
    {
      actor: people.alice,
      details: { format: 'days', rows: 2, accepted: 1, known: 0, refused: 1 },
    },
  ]);
  expect(stage.logged.join('')).not.toMatch(/example\.com/);
});

test('while the directory does not answer and nobody is remembered, the file is to be sent later', async () => {
  const fresh = await createAdoptionStage('2026-11-25T12:00:00Z');
  try {
    fresh.tenant.faults.answer(503, {
      path: `/groups/${fresh.programme.groupId}/transitiveMembers`,
    });
    const response = await fresh.product.app.http.request('/api/adoption/usage-reports', {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${await fresh.token('alice')}`,
        'Content-Type': 'text/csv',
      },
      body: 'user,date,count\ncarol@example.com,2026-11-19,1',
    });
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ code: 'peopleUnavailable' });
    expect(await fresh.database.query('SELECT 1 FROM usage_event')).toEqual([]);
  } finally {
    await fresh.close();
  }
});
