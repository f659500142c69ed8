import { describe, expect, test } from 'vitest';
import { libraryLife } from '../../../local-tenant/testing/libraryLife';
import { saveLibrarySettings } from '../../../local-tenant/testing/librarySettings';
import { people } from '../../../local-tenant/testProduct';

let now = new Date('2026-11-23T11:00:00Z');

const {
  it,
  textOf,
  drafted,
  seenBy,
  ask,
  done,
  refusal,
  published,
  listed,
  reviewReasons,
  editByHand,
} = libraryLife(() => now);

describe('review', () => {
  test('a text handed in waits in the queue, goes back with a word, and comes again', async () => {
    const item = await drafted('carol');
    expect(await reviewReasons(item)).toBeUndefined();
    const waits = await done('carol', item, 'submission');
    expect(waits.status).toBe('inReview');
    expect(await reviewReasons(item)).toEqual(['inReview']);
    expect(await refusal(await ask('carol', waits, 'submission'))).toEqual([
      409,
      'nothingToSubmit',
    ]);
    expect(await refusal(await ask('carol', waits, 'return', { note: 'No' }))).toEqual([
      403,
      'championRoleRequired',
    ]);
    const back = await done('bob', waits, 'return', { note: 'Say who reads it.' });
    expect(back.status).toBe('draft');
    expect(await reviewReasons(item)).toBeUndefined();
    const seen = await seenBy('carol', item.clientKey);
    expect(seen.returned).toEqual({
      note: 'Say who reads it.',
      by: { userId: people.bob, name: 'Bob Example' },
    });
    const again = await done('carol', seen, 'submission');
    expect(again).toMatchObject({ status: 'inReview', returned: null });
    expect(await done('bob', await seenBy('bob', item.clientKey), 'publication')).toMatchObject({
      status: 'published',
    });
    expect(await reviewReasons(item)).toBeUndefined();
  });

  test('what was changed by hand in SharePoint waits as a proposal', async () => {
    const item = await published();
    await editByHand(item, { Body: 'By hand' });
    expect(await reviewReasons(item)).toEqual(['proposal']);
  });

  test('the queue is for champions', async () => {
    expect((await it().ask('carol', '/api/library/review')).status).toBe(403);
  });

  test('a published text falls due after 90 days and is still right for as long again', async () => {
    const item = await published();
    expect(item).toMatchObject({ reviewOn: '2027-02-21', stale: false });
    const then = now;
    now = new Date('2027-02-22T11:00:00Z');
    try {
      expect((await listed('dora', item))?.stale).toBe(true);
      expect(await reviewReasons(item)).toEqual(['stale']);
      const due = await seenBy('alice', item.clientKey);
      expect(await refusal(await ask('dora', { ...due, eTag: due.eTag }, 'renewal'))).toEqual([
        409,
        'notYourItem',
      ]);
      const renewed = await done('alice', due, 'renewal');
      expect(renewed).toMatchObject({ reviewOn: '2027-05-23', stale: false, version: 1 });
      expect(await reviewReasons(item)).toBeUndefined();
    } finally {
      now = then;
    }
  });

  test('the period that a champion chose holds for what is published or renewed from then on', async () => {
    const before = await published();
    const choose = (reviewAfterDays: number) =>
      saveLibrarySettings(it(), 'alice', { reviewAfterDays });
    await choose(30);
    try {
      expect((await published()).reviewOn).toBe('2026-12-23');
      const seen = await seenBy('alice', before.clientKey);
      expect(seen.reviewOn).toBe('2027-02-21');
      expect(await done('alice', seen, 'renewal')).toMatchObject({ reviewOn: '2026-12-23' });
    } finally {
      await choose(90);
    }
  });

  test('its owner, no champion, may say that it is still right', async () => {
    const item = await published();
    const seen = await seenBy('carol', item.clientKey);
    expect(await done('carol', seen, 'renewal')).toMatchObject({ status: 'published' });
  });
});

describe('retiring', () => {
  test('takes an item out of members’ sight until it is brought back', async () => {
    const item = await published();
    const retired = await done('bob', item, 'retirement');
    expect(retired).toMatchObject({ status: 'retired', version: 1, proposal: null });
    expect(await listed('dora', item)).toBeUndefined();
    expect(await refusal(await ask('bob', retired, 'publication'))).toEqual([409, 'itemRetired']);
    expect(await refusal(await ask('bob', retired, 'content', { content: textOf() }))).toEqual([
      409,
      'itemRetired',
    ]);
    const back = await done('alice', retired, 'reinstatement');
    expect(back).toMatchObject({ status: 'published', version: 1, content: item.content });
    expect(await listed('dora', item)).toMatchObject({ content: item.content });
  });

  test('by hand in SharePoint retires nothing; the act accepts it', async () => {
    const item = await published();
    await editByHand(item, { Status: 'retired' });
    expect(await listed('dora', item)).toMatchObject({
      ...{ status: 'published', version: 1, content: item.content },
    });
    const proposed = await seenBy('bob', item.clientKey);
    expect(await done('bob', proposed, 'retirement')).toMatchObject({
      status: 'retired',
      proposal: null,
    });
    await editByHand(item, { Status: 'published' });
    expect(await listed('dora', item)).toBeUndefined();
  });

  test('is for champions; an author withdraws only what was never approved', async () => {
    const item = await published();
    const own = await seenBy('carol', item.clientKey);
    expect(await refusal(await ask('carol', own, 'retirement'))).toEqual([409, 'notYourItem']);
    const draft = await drafted('carol');
    const withdrawn = await done('carol', draft, 'retirement');
    expect(withdrawn.status).toBe('retired');
    expect(await done('carol', withdrawn, 'reinstatement')).toMatchObject({ status: 'draft' });
  });

  test('while SharePoint is away says so, retires nothing, and can be done again later', async () => {
    const item = await published();
    it().tenant.faults.answer(503, { method: 'PATCH' });
    expect((await ask('bob', item, 'retirement')).status).toBe(503);
    expect(await listed('dora', item)).toMatchObject({
      ...{ status: 'published', version: 1, content: item.content },
    });
    it().tenant.faults.clear();
    expect(await done('bob', item, 'retirement')).toMatchObject({ status: 'retired' });
  });

  test('that stopped between its two writes is finished on the next start', async () => {
    const item = await published();
    const retired = await done('bob', item, 'retirement');
    // The state a killed process leaves: SharePoint has it, PostgreSQL only the intent.
    await it().database.query('DELETE FROM library_retirement WHERE client_key = $1', [
      item.clientKey,
    ]);
    const [seal] = await it().database.query<{ content: string }>(
      'SELECT content FROM library_seal WHERE client_key = $1',
      [item.clientKey],
    );
    await it().database.query(
      `INSERT INTO library_publication
         (client_key, version, e_tag, content, fields, approved_by, approved_at, act)
       VALUES ($1, 1, $2, $3, '{"Status":"retired"}', $4, now(), 'retire')`,
      [item.clientKey, item.eTag, seal!.content, people.bob],
    );
    await it().database.query(`SELECT pg_notify('library_sealed', '')`);
    await expect
      .poll(() => listed('dora', item))
      .toMatchObject({ status: 'published', content: item.content });
    expect(await it().product.app.library.resume()).toBe(1);
    await expect.poll(() => listed('dora', item)).toBeUndefined();
    expect(await seenBy('bob', item.clientKey)).toMatchObject({
      status: 'retired',
      eTag: retired.eTag,
    });
  });
});
