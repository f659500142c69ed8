import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { behind, doctorVisit, has } from '../../local-tenant/testing/doctorVisit';
import type { World } from './doctor';

const { stage, examine, troubles, mend, query, plant } = doctorVisit();

describe('of the database it says', () => {
  const at = (change: (address: URL) => void): Partial<World> => {
    const address = new URL(stage().postgres.connectionString);
    change(address);
    return { environment: { ...stage().environment, DATABASE_URL: address.href } };
  };
  const nobody = at.bind(null, (address) => {
    address.search = '?host=127.0.0.1&port=1';
  });

  test('that it is away, and that what is in it was not looked at', async () => {
    const work = ['queue', 'parked', 'running', 'replica', 'proof', 'members', 'retention'];
    const database = ['migrations', 'durability', 'encoding', 'room'];
    const notLookedAt = [
      ...['site.write', 'reports.names', 'reports.age', 'clock.database', 'teams.notTold'],
      ...database.map((id) => `database.${id}`),
      ...work.map((id) => `work.${id}`),
      'permission.TeamsActivity.Send.User',
    ];
    expect(await troubles(nobody())).toEqual({
      'database.version': ['it does not answer (ECONNREFUSED)', has('Start PostgreSQL')],
      ...Object.fromEntries(notLookedAt.map((id) => [id, behind('Database')])),
    });
  });

  test('that nothing runs in a data folder, and starts nothing there', async () => {
    const inFolder = { DATABASE_URL: undefined, DATA_FOLDER: '/nowhere' };
    const found = await troubles({ environment: { ...stage().environment, ...inFolder } });
    expect(found['database.version']).toEqual([has('it does not answer'), has('DATA_FOLDER')]);
  });

  test('that it has none of that name', async () => {
    const found = await troubles(
      at((address) => {
        address.pathname = '/nothing';
      }),
    );
    expect(found['database.version']).toEqual([has('(3D000)'), has('CREATE DATABASE')]);
  });

  test('that a newer version wrote it', async () => {
    await plant(
      `INSERT INTO schema_migrations (number, name) VALUES (9998, '9998_later')`,
      [],
      'DELETE FROM schema_migrations WHERE number = 9998',
    );
    expect(await troubles()).toEqual({
      'database.migrations': [has('a newer version (9998_later)'), has('newer version')],
    });
  });

  test('that a migration is missing', async () => {
    await plant(
      'DELETE FROM schema_migrations WHERE number = 1',
      [],
      `INSERT INTO schema_migrations (number, name) VALUES (1, '0001_list_replica')`,
    );
    expect(await troubles()).toEqual({
      'database.migrations': ['1 not applied, from 0001_list_replica on', has('Start the API')],
    });
  });

  test('that commits are not durable', async () => {
    await plant(
      'ALTER DATABASE last_mile SET synchronous_commit = off',
      [],
      'ALTER DATABASE last_mile RESET synchronous_commit',
    );
    expect(await troubles()).toEqual({
      'database.durability': [
        'synchronous_commit is off',
        has('ALTER SYSTEM SET synchronous_commit = on'),
      ],
    });
  });
});

describe('of the work behind it says', () => {
  const send = (state: 'waiting' | 'parked', reason: string | null) =>
    plant(
      `INSERT INTO outbox
         (list_name, client_key, actor_id, fields, state, reason, accepted_at, not_before)
       VALUES ('Feedback', $1, 'somebody', '{}', $2, $3, now() - interval '3 hours',
         now() + interval '1 hour')`,
      [randomUUID(), state, reason],
      `DELETE FROM outbox WHERE state IN ('waiting', 'parked')`,
    );
  const position = (values: string) =>
    plant(
      `UPDATE list_sync SET ${values} WHERE list_name = 'Cases'`,
      [],
      `UPDATE list_sync SET synced_at = now(), full_pass_at = now() WHERE list_name = 'Cases'`,
    );

  test('that something has waited for long', async () => {
    await send('waiting', null);
    expect(await troubles()).toEqual({
      'work.queue': ['1 waiting, the oldest for 3 hours', has('log of the API')],
    });
  });

  test('that deliveries are parked, with the code and without what was written', async () => {
    await send('parked', 'invalidRequest: The value “Words of somebody” is refused');
    expect((await examine()).text).not.toContain('Words of somebody');
    expect(await troubles()).toEqual({
      'work.parked': ['1 of Feedback (invalidRequest)', has('npm run deliveries -- --replay all')],
    });
  });

  test('that no instance is at work', async () => {
    const [held] = await query(`SELECT holder FROM lease WHERE name = 'lists'`);
    // Not by delivering: on a slow machine that may be resting just then.
    mend(() =>
      query(
        `UPDATE lease SET holder = $1, expires_at = now() + interval '1 minute'
          WHERE name = 'lists'`,
        [held!['holder']],
      ),
    );
    await query(
      `UPDATE lease SET holder = gen_random_uuid(), expires_at = now() - interval '1 hour'
        WHERE name = 'lists'`,
    );
    expect(await troubles()).toEqual({
      'work.running': [has('no instance'), has('Start the API')],
    });
  });

  test.each([
    [`synced_at = now() - interval '2 hours'`, 'not current: Cases (2 hours ago)'],
    ['synced_at = NULL', 'never read: Cases'],
  ])('that our copy is stale where %s', async (values, words) => {
    await position(values);
    expect(await troubles()).toEqual({ 'work.replica': [words, has('Start the API')] });
  });

  test('that the daily proof of the copy is overdue, or was never made', async () => {
    await position(`full_pass_at = now() - interval '3 days'`);
    expect(await troubles()).toEqual({
      'work.proof': ['overdue: Cases (3 days ago)', has('Start the API')],
    });
    await position('full_pass_at = NULL');
    expect(await troubles()).toEqual({ 'work.proof': 'not yet: Cases' });
  });

  test('that old personal data was not deleted for long, or never', async () => {
    mend(() => stage().product.retention.run());
    await query(`UPDATE retention_run SET ran_at = now() - interval '4 days'`);
    expect(await troubles()).toEqual({
      'work.retention': ['last 4 days ago', has('log of the API')],
    });
    await query('DELETE FROM retention_run');
    expect(await troubles()).toEqual({ 'work.retention': 'it has not run yet' });
  });

  test('that members were not read for long, or never', async () => {
    mend(() => stage().product.members.run());
    await query(`UPDATE membership_sync SET synced_at = now() - interval '5 hours'`);
    expect(await troubles()).toEqual({
      'work.members': ['last read 5 hours ago', has('GroupMember.Read.All')],
    });
    await query('DELETE FROM membership_sync');
    expect(await troubles()).toEqual({
      'work.members': [has('were never read'), has('GroupMember.Read.All')],
    });
  });
});
