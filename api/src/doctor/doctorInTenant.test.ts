import { describe, expect, test } from 'vitest';
import {
  behind,
  consented,
  doctorVisit,
  has,
  ofAdmins,
} from '../../local-tenant/testing/doctorVisit';
import { testClientId } from '../../local-tenant/testProduct';
import { graphPermissions } from '../graph/permissions';

const { stage, examine, troubles, mend, consentTo, query, plant, listPath } = doctorVisit();

describe('of consent it says', () => {
  const applications = graphPermissions.filter(({ kind }) => kind === 'application');

  test.each(applications.map(({ name, without }) => [name, without] as const))(
    'that %s is missing, and what breaks without it',
    async (name, without) => {
      consentTo(consented.filter((each) => each !== name));
      const { results } = await examine();
      const found = results.find(({ id }) => id === `permission.${name}`);
      expect(found).toMatchObject({
        state: 'problem',
        why: without,
        toDo: has(`Add ${name} (Microsoft Graph, application) → Grant admin consent`),
      });
      const others = results.filter(
        ({ state, id }) => state !== 'ok' && id !== found!.id && !ofAdmins.includes(id),
      );
      // Without Sites.Selected nothing of SharePoint is reached; every other one stands alone.
      const reached = name === 'Sites.Selected' ? ['site.', 'lists.'] : [];
      expect(others.filter(({ id }) => !reached.some((area) => id.startsWith(area)))).toEqual([]);
    },
  );

  test('that the app has more than it uses', async () => {
    consentTo([...consented, 'Mail.Read']);
    expect(await troubles()).toEqual({
      'permission.excess': ['the app also has Mail.Read', has('Revoke admin consent')],
    });
  });

  test('that Teams does not let it notify, or that nobody knows yet', async () => {
    consentTo(consented.filter((name) => name !== 'TeamsActivity.Send.User'));
    expect(await troubles()).toEqual({
      'permission.TeamsActivity.Send.User': has('nobody was notified yet'),
    });
    await park('notPermitted');
    expect(await troubles()).toEqual({
      'permission.TeamsActivity.Send.User': [
        'Teams does not let the app notify',
        has('Teams admin center'),
      ],
    });
  });
});

function park(because: string) {
  mend(() => query('DELETE FROM notification_chain'));
  return query(
    `INSERT INTO notification_chain (chain_id, programme_key, parked_until, parked_because, recipient)
     VALUES (1, $1, now() + interval '1 hour', $2, 'somebody')`,
    [stage().programme.clientKey, because],
  );
}

test.each([
  ['notInstalled', '1 person without the app', 'Setup policies'],
  ['refused', 'Teams refuses what is sent to 1 person', 'newest app package'],
])('people who are %s are counted, and not named', async (because, words, advice) => {
  await park(because);
  expect(await troubles()).toEqual({ 'teams.notTold': [words, has(advice)] });
});

describe('of the site it says', () => {
  test('that the app may only read', async () => {
    stage().tenant.directory.grantSite(testClientId, 'read');
    mend(() => {
      stage().tenant.directory.grantSite(testClientId, 'write');
    });
    expect(await troubles()).toEqual({
      'site.write': [has('not write to it (403)'), has('npm run provision -- --step sharepoint')],
    });
  });

  test('that there is none of that name', async () => {
    const SITE = 'https://lastmile.sharepoint.com/sites/elsewhere';
    const found = await troubles({ environment: { ...stage().environment, SITE } });
    expect(found).toEqual({
      'site.read': [has(`there is no site ${SITE}`), has('Correct SITE')],
      ...Object.fromEntries(
        ['site.write', 'lists.present', 'lists.columns', 'lists.indexes'].map((id) => [
          id,
          behind('SharePoint site'),
        ]),
      ),
    });
  });

  test('that a column is missing', async () => {
    mend(() => stage().repair());
    await stage().adminGraph.delete(`${listPath('Coaching')}/columns/Reason`);
    expect(await troubles()).toEqual({
      'lists.columns': ['missing: Coaching.Reason', has('npm run provision -- --step sharepoint')],
    });
  });

  test('that a column has another type', async () => {
    const columns = `${listPath('Coaching')}/columns`;
    mend(() => stage().repair());
    mend(() => stage().adminGraph.delete(`${columns}/Reason`));
    await stage().adminGraph.delete(`${columns}/Reason`);
    await stage().adminGraph.post(columns, { name: 'Reason', number: {} });
    expect(await troubles()).toEqual({
      'lists.columns': [
        has('Coaching has a column Reason of type number, choice is needed'),
        has('remove the column by hand'),
      ],
    });
  });

  test.each([
    [{ enforceUniqueValues: false }, 'ClientKey', 'not held unique: Cases.ClientKey'],
    [{ indexed: false }, 'ActorId', 'not indexed: Cases.ActorId'],
  ])('that %o is set on a column', async (change, column, words) => {
    mend(() => stage().repair());
    await stage().adminGraph.patch(`${listPath('Cases')}/columns/${column}`, change);
    expect(await troubles()).toEqual({ 'lists.indexes': [words, has('Switch on')] });
  });

  test('that a list is gone', async () => {
    mend(() => stage().repair());
    await stage().adminGraph.delete(listPath('SavedTime'));
    expect(await troubles()).toEqual({
      'lists.present': ['the site has no list SavedTime', has('npm run provision')],
    });
  });
});

test.each([
  [
    'busy',
    () => {
      stage().tenant.faults.answer(429, { path: '/oauth2/v2.0/token', retryAfter: 30 });
    },
    '429',
  ],
  [
    'away',
    () => {
      stage().tenant.faults.answer(503, { path: '/oauth2/v2.0/token', retryAfter: 0 });
    },
    '503',
  ],
])('of an Entra that is %s it says that it gives no token', async (_, begin, status) => {
  mend(() => {
    stage().tenant.faults.clear();
  });
  begin();
  const found = await troubles();
  expect(found['entra.signIn']).toBe(`Entra did not answer (${status} entraAway)`);
});

describe('of Graph it says', () => {
  const everythingOfGraph = ['site.read', 'site.write', 'lists.present', 'lists.columns'];

  test.each([
    [
      'throttled',
      () => {
        stage().tenant.faults.answer(429, { retryAfter: 30 });
      },
      'throttles the app for 30 s',
      'Wait',
    ],
    [
      'not there',
      () => {
        stage().tenant.faults.answer(503);
      },
      'not available (503)',
      'Service health',
    ],
    [
      'cut off',
      () => {
        stage().tenant.faults.dropBefore({ path: '/v1.0/', times: 100 });
      },
      'gives no answer',
      'graph.microsoft.com',
    ],
  ])(
    'that it is %s, and that nothing else is known to be wrong',
    async (_, begin, words, advice) => {
      mend(() => {
        stage().tenant.faults.clear();
      });
      begin();
      const found = await troubles();
      expect(found['graph.answers']).toEqual([has(words), has(advice)]);
      expect(found['site.read']).toBe(behind('Microsoft Graph'));
      for (const id of everythingOfGraph.slice(1))
        expect(found[id]).toBe(behind('SharePoint site'));
      const problems = Object.entries(found).filter(([, said]) => typeof said !== 'string');
      expect(problems.map(([id]) => id)).toEqual(['graph.answers']);
    },
  );
});

describe('of Copilot’s report it says', () => {
  const concealed = ['reports conceal people’s names', has('switch off “Display concealed')];
  const lastLook = (state: string, detail: string | null, on: string | null) =>
    plant(
      'UPDATE copilot_report_status SET state = $1, detail = $2, reported_on = $3',
      [state, detail, on],
      `UPDATE copilot_report_status SET state = 'known', detail = NULL, reported_on = current_date`,
    );

  test('that the last one concealed names', async () => {
    await lastLook('concealed', null, new Date().toISOString().slice(0, 10));
    expect(await troubles()).toEqual({ 'reports.names': concealed });
  });

  test('that the tenant conceals names from now on, where the app may ask', async () => {
    consentTo([...consented, 'ReportSettings.Read.All']);
    expect(await troubles()).toEqual({});
    mend(() => {
      stage().tenant.reports.conceal(false);
    });
    stage().tenant.reports.conceal(true);
    expect(await troubles()).toEqual({ 'reports.names': concealed });
  });

  test('that the newest is old', async () => {
    await plant(
      'UPDATE copilot_snapshot SET reported_on = reported_on - 9',
      [],
      'UPDATE copilot_snapshot SET reported_on = reported_on + 9',
    );
    expect(await troubles()).toEqual({ 'reports.age': [has('9 days ago'), has('Copilot')] });
  });

  test('that Graph refused the last one', async () => {
    await lastLook('refused', 'Reports.Read.All', null);
    expect(await troubles()).toEqual({
      'reports.names': has('no report was read yet'),
      'reports.age': [has('Reports.Read.All is missing'), has('Grant admin consent')],
    });
  });
});
