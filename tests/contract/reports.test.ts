import { describe, expect, test } from 'vitest';
import { clientKinds, textOf, type ClientKind } from './contractClients';
import { ada, createScratch, person } from './scratchTenant';
import type { LocalTenantOptions } from '../../api/local-tenant/localTenant';

const report = '/copilot/reports/getMicrosoft365CopilotUsageUserDetail';
const beta = `https://graph.microsoft.com/beta${report}`;

const usage = (at: number) => ({
  userPrincipalName: `person${at}@lastmile.example`,
  displayName: at === 0 ? 'Hart, "Ada"' : `Person ${at}`,
  lastActivity: at === 2 ? {} : { copilotChat: '2026-11-19', wordCopilot: '2026-11-20' },
  promptsAllApps: 10 + at,
  promptsWork: 6,
  promptsWeb: 4 + at,
  activeDays: 3,
});

async function withReport(kind: ClientKind, options: LocalTenantOptions = {}, rows = 3) {
  const scratch = await createScratch(kind, {
    ...options,
    switches: { concealedNames: false, reportAnswer: 'stream200', ...options.switches },
  });
  scratch.tenant.reports.set({
    refreshDate: '2026-11-21',
    rows: Array.from({ length: rows }, (_, at) => usage(at)),
  });
  return scratch;
}

describe.each(clientKinds)('reports through %s', (kind) => {
  test('C Reports: Copilot usage is CSV in v1.0, and a field with commas or quotes is quoted', async () => {
    const { admin } = await withReport(kind);
    const answer = await admin.send('GET', `${report}(period='D7')`);
    expect(answer.status).toBe(200);
    const lines = answer.text.trimEnd().split('\r\n');
    expect(lines[0]).toBe(
      'Report Refresh Date,User Principal Name,Display Name,Last Activity Date,' +
        'Copilot Chat Last Activity Date,Microsoft Teams Copilot Last Activity Date,' +
        'Word Copilot Last Activity Date,Excel Copilot Last Activity Date,' +
        'PowerPoint Copilot Last Activity Date,Outlook Copilot Last Activity Date,' +
        'OneNote Copilot Last Activity Date,Loop Copilot Last Activity Date,Report Period',
    );
    expect(lines[1]).toBe(
      '2026-11-21,person0@lastmile.example,"Hart, ""Ada""",2026-11-20,2026-11-19,,2026-11-20,,,,,,7',
    );
    expect(lines[3]).toBe('2026-11-21,person2@lastmile.example,Person 2,,,,,,,,,,7');
    expect(lines).toHaveLength(4);
  });

  test('C Reports: the CSV comes by 302 to a short-lived download, or at once', async () => {
    const forms = [
      ['redirect302', 'reports.office.com', 5],
      ['redirect302', 'reportsncu.office.com', 1],
      ['stream200', 'reports.office.com', 5],
    ] as const;
    for (const [reportAnswer, reportDownloadHost, reportDownloadMinutes] of forms) {
      let at = Date.parse('2026-11-23T09:00:00Z');
      const { tenant, admin } = await withReport(kind, {
        now: () => new Date(at),
        switches: { reportAnswer, reportDownloadHost, reportDownloadMinutes },
      });
      const answer = await admin.send('GET', `${report}(period='D7')`);
      if (reportAnswer === 'stream200') {
        expect([answer.status, answer.text.slice(0, 6)]).toEqual([200, 'Report']);
        continue;
      }
      expect([answer.status, answer.text]).toEqual([302, '']);
      const address = answer.headers.get('location') ?? '';
      expect(new URL(address).hostname).toBe(reportDownloadHost);
      // The address speaks for itself: no bearer token goes to another host.
      const download = await tenant.send(new Request(address));
      expect((await download.text()).split('\r\n')).toHaveLength(5);
      at += (reportDownloadMinutes - 0.5) * 60_000;
      expect((await tenant.send(new Request(address))).status).toBe(200);
      at += 60_000;
      expect((await tenant.send(new Request(address))).status).toBe(403);
    }
  });

  test('C Reports: order and letter case of the CSV’s headers vary', async () => {
    for (const reportHeaders of ['asDocumented', 'otherOrderAndCase'] as const) {
      const { admin } = await withReport(kind, { switches: { reportHeaders } });
      const { text } = await admin.send('GET', `${report}(period='D7')`);
      const [headers = [], , row = []] = text.split('\r\n').map((line) => line.split(','));
      const byName = new Map(headers.map((name, at) => [name.toLowerCase(), row.at(at)]));
      expect(byName.get('user principal name')).toBe('person1@lastmile.example');
      expect(headers[0]).toBe(
        reportHeaders === 'asDocumented' ? 'Report Refresh Date' : 'Report period',
      );
    }
  });

  test('C Reports: version 2 counts 28 days instead of 30, and prompts', async () => {
    const { admin } = await withReport(kind);
    const status = async (parameters: string) =>
      (await admin.send('GET', `${report}(${parameters})`)).status;
    for (const period of ['D7', 'D30', 'D90', 'D180', 'ALL']) {
      expect([period, await status(`period='${period}'`)]).toEqual([period, 200]);
      expect([period, await status(`period='${period}',version='v1'`)]).toEqual([period, 200]);
    }
    expect(await status("period='D28'")).toBe(400);
    expect(await status("period='D30',version='v2'")).toBe(400);
    expect(await status("period='D7',version='v3'")).toBe(400);
    const { text } = await admin.send('GET', `${report}(period='D28',version='v2')`);
    const [headers = [], first = []] = text.split('\r\n').map((line) => line.split(','));
    for (const name of [
      'Prompts submitted for all apps',
      'Prompts submitted for Copilot Chat (work)',
      'Prompts submitted for Copilot Chat (web)',
      'Active Usage Days for all apps',
      'Copilot Chat (work) Last Activity Date',
      'Copilot Chat (web) Last Activity Date',
      'Microsoft 365 Copilot Last Activity Date',
      'Edge Last Activity Date',
      'Copilot Agent Last Activity Date',
    ]) {
      expect(headers).toContain(name);
    }
    expect(first.at(-1)).toBe('28');
    const older = await withReport(kind, { switches: { reportVersion2: 'unknown' } });
    const unknown = await older.admin.send('GET', `${report}(period='D28',version='v2')`);
    expect(unknown.status).toBe(400);
    expect((await older.admin.send('GET', `${report}(period='D30')`)).status).toBe(200);
  });

  test('C Reports: beta is JSON by page, with an empty date where nothing was done', async () => {
    for (const [reportPageSize, left] of [
      [200, 5],
      [103, 102],
    ] as const) {
      const { admin } = await withReport(kind, { switches: { reportPageSize } }, 205);
      const first = await admin.send('GET', `${beta}(period='D7')?$format=application/json`);
      expect(first.body['value']?.[2]).toEqual({
        reportRefreshDate: '2026-11-21',
        userPrincipalName: 'person2@lastmile.example',
        displayName: 'Person 2',
        lastActivityDate: '',
        copilotChatLastActivityDate: '',
        microsoftTeamsCopilotLastActivityDate: '',
        wordCopilotLastActivityDate: '',
        excelCopilotLastActivityDate: '',
        powerPointCopilotLastActivityDate: '',
        outlookCopilotLastActivityDate: '',
        oneNoteCopilotLastActivityDate: '',
        loopCopilotLastActivityDate: '',
        copilotActivityUserDetailsByPeriod: [{ reportPeriod: 7 }],
      });
      const rest = await admin.send('GET', textOf(first.body['@odata.nextLink']));
      expect(rest.body['value']).toHaveLength(left);
      expect(rest.body).not.toHaveProperty('@odata.nextLink');
      const csv = await admin.send('GET', `${beta}(period='D7')?$format=text/csv`);
      expect(csv.text).toMatch(/^Report Refresh Date/);
      const json = await admin.send('GET', `${report}(period='D7')?$format=application/json`);
      expect(json.status).toBe(400);
    }
  });

  test('C Reports: v1.0 knows the report, or beta alone does', async () => {
    for (const copilotReportInV1 of ['offered', 'unknown'] as const) {
      const { admin } = await withReport(kind, { switches: { copilotReportInV1 } });
      const { status } = await admin.send('GET', `${report}(period='D7')`);
      expect(status).toBe(copilotReportInV1 === 'offered' ? 200 : 400);
      expect((await admin.send('GET', `${beta}(period='D7')`)).status).toBe(200);
    }
  });

  test('C Reports: $filter, $top and $select are refused', async () => {
    const { admin } = await withReport(kind);
    for (const option of ["$filter=displayName eq 'x'", '$top=5', '$select=displayName']) {
      const { status } = await admin.send('GET', `${report}(period='D7')?${option}`);
      expect([option, status]).toEqual([option, 400]);
    }
  });

  test('C Reports: reading takes Reports.Read.All, and of a person a role as well', async () => {
    const { tenant, admin, runtime, delegated } = await withReport(kind);
    const address = `${report}(period='D7')`;
    expect((await runtime.send('GET', address)).status).toBe(403);
    expect((await admin.send('GET', address)).status).toBe(200);
    tenant.directory.addUsers([person(ada, 'Ada Hart')]);
    const asAda = delegated(ada, 'Reports.Read.All');
    expect((await asAda.send('GET', address)).status).toBe(403);
    tenant.directory.assignDirectoryRole(ada, 'Reports Reader');
    expect((await asAda.send('GET', address)).status).toBe(200);
  });

  test('C Reports: concealed names are 32 hex digits, and the tenant’s setting says whether', async () => {
    for (const concealedNames of [true, false]) {
      const { tenant, admin, runtime } = await withReport(kind, { switches: { concealedNames } });
      const settings = await admin.send('GET', '/admin/reportSettings');
      expect(settings.body['displayConcealedNames']).toBe(concealedNames);
      const names = async () => {
        const { body } = await admin.send('GET', `${beta}(period='D7')`);
        const row = body['value']?.[0];
        return [row?.['userPrincipalName'], row?.['displayName']].map(textOf);
      };
      const shown = await names();
      if (concealedNames) {
        for (const name of shown) expect(name).toMatch(/^[0-9A-F]{32}$/);
        expect(new Set(shown).size).toBe(2);
        // The same person is the same digits every time.
        expect(await names()).toEqual(shown);
      } else expect(shown).toEqual(['person0@lastmile.example', 'Hart, "Ada"']);
      const change = { displayConcealedNames: !concealedNames };
      expect((await runtime.send('PATCH', '/admin/reportSettings', change)).status).toBe(403);
      expect((await admin.send('PATCH', '/admin/reportSettings', change)).status).toBe(204);
      expect(await names()).not.toEqual(shown);
      tenant.faults.concealNames(concealedNames);
      expect(await names()).toEqual(shown);
    }
  });

  test('C Reports: 14 CSV per app and report and 40 per tenant in 10 minutes, 100 JSON', async () => {
    let at = Date.parse('2026-11-23T09:00:00Z');
    const { admin, runtime, stranger } = await withReport(kind, {
      now: () => new Date(at),
      switches: { enforceLimits: true },
    });
    const ask = (address: string) => admin.send('GET', address);
    for (let asked = 0; asked < 14; asked++) {
      expect((await ask(`${report}(period='D7')`)).status).toBe(200);
    }
    at += 60_000;
    const over = await ask(`${report}(period='D30')`);
    expect([over.status, over.headers.get('retry-after')]).toEqual([429, '540']);
    expect(over.headers.get('ratelimit-limit')).toBeNull();
    // 15 of the tenant's 40 are gone; what is refused for want of permission counts as well.
    for (let asked = 0; asked < 14; asked++) await runtime.send('GET', `${report}(period='D7')`);
    const others: number[] = [];
    for (let asked = 0; asked < 12; asked++) {
      others.push((await stranger.send('GET', `${report}(period='D7')`)).status);
    }
    expect(others.filter((status) => status === 403)).toHaveLength(11);
    expect(others.at(-1)).toBe(429);
    for (let asked = 0; asked < 100; asked++) await ask(`${beta}(period='D7')`);
    expect((await ask(`${beta}(period='D7')`)).status).toBe(429);
    at += 600_000;
    expect((await ask(`${report}(period='D7')`)).status).toBe(200);
  });
});
