import { meResponse } from '@last-mile/shared/programme';
import { afterEach, expect, test } from 'vitest';
import {
  createAdoptionStage,
  type AdoptionStage,
} from '../../../../local-tenant/testing/adoptionStage';
import { people } from '../../../../local-tenant/testProduct';

let stage: AdoptionStage;
afterEach(() => stage.close());

const ask = async (userId: string, path: string, body?: object) => {
  const token = await stage.tenant.entra.userToken(userId);
  return stage.ask({ token }, path, body);
};

test('a renamed account is the same person in figures, reports, words and programme', async () => {
  stage = await createAdoptionStage('2026-11-23T08:00:00Z');
  stage.setReport('2026-11-21', { [people.carol]: ['2026-11-19'] });
  await stage.product.copilot.run();
  const words = {
    ...{ clientKey: crypto.randomUUID(), kind: 'flag', reason: 'wrong', reachedClient: false },
    ...{ about: { type: 'aiOutput' }, text: 'Shorter, please.', named: true, surface: 'teams' },
  };
  expect((await ask(people.carol, '/api/feedback', words)).status).toBe(202);

  stage.setPerson(people.carol, {
    ...{ displayName: 'Carol Married', userPrincipalName: 'carol.married@example.com' },
  });
  stage.clock.at = new Date('2026-11-24T08:30:00Z');
  await stage.product.members.run();
  stage.setReport('2026-11-22', { [people.carol]: ['2026-11-20'] });
  await stage.product.copilot.run();
  expect(await stage.countedDays(people.carol)).toEqual(['2026-11-19', '2026-11-20']);
  const members = await stage.database.query(
    'SELECT count(DISTINCT subject_id) AS n FROM membership_span WHERE programme_key = $1',
    [stage.programme.clientKey],
  );
  expect(members).toEqual([{ n: 15 }]);
  const me = meResponse.parse(await (await ask(people.carol, '/api/me')).json());
  expect(me).toMatchObject({ programme: { clientKey: stage.programme.clientKey } });
  const own = await ask(people.carol, '/api/feedback/mine');
  expect(JSON.stringify(await own.json())).toContain('Shorter, please.');
});

test('a report that still tells of them by the earlier name counts for them, for as long as a report looks back', async () => {
  stage = await createAdoptionStage('2026-11-23T08:00:00Z');
  // Made before the name changed, and read afterwards.
  stage.setReport('2026-11-22', { [people.carol]: ['2026-11-19'] });
  stage.setPerson(people.carol, { userPrincipalName: 'carol.married@example.com' });
  stage.clock.at = new Date('2026-11-24T08:30:00Z');
  await stage.product.members.run();
  await stage.product.copilot.run();
  expect(await stage.countedDays(people.carol)).toEqual(['2026-11-19']);

  // Who bears the name from then on is somebody else, and no member.
  stage.setPerson(people.carol, { userPrincipalName: 'carol@example.com' });
  stage.setReport('2026-11-25', { [people.carol]: ['2026-11-25'] });
  stage.setPerson(people.carol, { userPrincipalName: 'carol.married@example.com' });
  stage.clock.at = new Date('2026-11-26T08:30:00Z');
  await stage.product.copilot.run();
  expect(await stage.countedDays(people.carol)).toEqual(['2026-11-19']);

  const kept = () => stage.database.query('SELECT FROM earlier_name');
  expect(await kept()).toHaveLength(1);
  stage.clock.at = new Date('2026-12-23T08:30:00Z');
  await stage.product.members.run();
  expect(await kept()).toEqual([]);
});
