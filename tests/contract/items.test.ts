import { describe, expect, test } from 'vitest';
import { clientKinds, textOf, type ContractClient } from './contractClients';
import { addItems, createScratch } from './scratchTenant';

const columns = [
  { name: 'Task', text: {}, indexed: true },
  { name: 'Family', text: {}, indexed: true },
  { name: 'Note', text: {} },
  { name: 'Score', number: {}, indexed: true },
  { name: 'Due', dateTime: {}, indexed: true },
  { name: 'Open', boolean: {}, indexed: true },
];

const honour = { Prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' };

async function idsOf(client: ContractClient, address: string, headers = {}): Promise<string[]> {
  const { status, body } = await client.send('GET', address, undefined, headers);
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return (body['value'] as unknown as { id: string }[]).map(({ id }) => id);
}

const filtered = (list: string, filter: string) =>
  `${list}/items?$filter=${encodeURIComponent(filter)}`;

describe.each(clientKinds)('list items through %s', (kind) => {
  test('A Item write: POST with `fields` answers 201 and the item', async () => {
    const { runtime, createList } = await createScratch(kind);
    const list = await createList(columns);
    const { status, body } = await runtime.send('POST', `${list}/items`, {
      fields: { Title: 'A', Task: 'Tax memo', Score: 3, Open: true, Due: '2026-11-23T10:00:00Z' },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      id: '1',
      fields: { Title: 'A', Task: 'Tax memo', Score: 3, Open: true, Due: '2026-11-23T10:00:00Z' },
    });
    expect(body['eTag']).toBeTypeOf('string');
    expect(body['createdDateTime']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  test('A Item write: PATCH of `fields` answers 200 and a fieldValueSet without an eTag', async () => {
    const { runtime, createList } = await createScratch(kind);
    const list = await createList(columns);
    await addItems(runtime, list, [{ Title: 'A', Task: 'Memo' }]);
    const before = await runtime.send('GET', `${list}/items/1`);
    const { status, body } = await runtime.send('PATCH', `${list}/items/1/fields`, { Title: 'B' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ Title: 'B', Task: 'Memo' });
    expect(body).not.toHaveProperty('eTag');
    expect(body).not.toHaveProperty('fields');
    expect(JSON.stringify(body)).not.toContain('etag');
    const after = await runtime.send('GET', `${list}/items/1`);
    expect(after.body['eTag']).not.toBe(before.body['eTag']);
  });

  test('A Item write: PATCH takes bare fields, not an item', async () => {
    const { runtime, createList } = await createScratch(kind);
    const list = await createList(columns);
    await addItems(runtime, list, [{ Title: 'A' }]);
    const wrapped = await runtime.send('PATCH', `${list}/items/1/fields`, {
      fields: { Title: 'B' },
    });
    expect(wrapped.status).toBe(400);
  });

  test('A Item write: DELETE answers 204 and the item is gone', async () => {
    const { runtime, createList } = await createScratch(kind);
    const list = await createList(columns);
    await addItems(runtime, list, [{ Title: 'A' }]);
    expect((await runtime.send('DELETE', `${list}/items/1`)).status).toBe(204);
    expect((await runtime.send('GET', `${list}/items/1`)).status).toBe(404);
    expect((await runtime.send('DELETE', `${list}/items/1`)).status).toBe(404);
    expect(await addItems(runtime, list, [{ Title: 'B' }])).toEqual(['2']);
  });

  test('A Item write: people and lookups are written and read as <Col>LookupId', async () => {
    for (const lookupIdType of ['text', 'number'] as const) {
      const { runtime, createList } = await createScratch(kind, { switches: { lookupIdType } });
      const list = await createList([
        { name: 'Owner', personOrGroup: {} },
        { name: 'Deputies', personOrGroup: { allowMultipleSelection: true } },
        { name: 'Tags', choice: { choices: ['a', 'b'], displayAs: 'checkBoxes' } },
      ]);
      const made = await runtime.send('POST', `${list}/items`, {
        fields: {
          OwnerLookupId: 12,
          'DeputiesLookupId@odata.type': 'Collection(Edm.Int32)',
          DeputiesLookupId: [12, 13],
          'Tags@odata.type': 'Collection(Edm.String)',
          Tags: ['a', 'b'],
        },
      });
      expect(made.status).toBe(201);
      expect(made.body['fields']).toMatchObject({
        OwnerLookupId: lookupIdType === 'text' ? '12' : 12,
        DeputiesLookupId: [12, 13],
        Tags: ['a', 'b'],
      });
      const bare = await runtime.send('POST', `${list}/items`, { fields: { Owner: 'Ada' } });
      expect(bare.status).toBe(400);
      const untyped = await runtime.send('POST', `${list}/items`, { fields: { Tags: ['a'] } });
      expect(untyped.status).toBe(400);
      expect(made.body['fields']?.['AuthorLookupId']).toBeTypeOf(
        lookupIdType === 'text' ? 'string' : 'number',
      );
    }
  });

  test('A Item write: choices are limited to the column’s own', async () => {
    for (const choiceOutsideList of ['taken', 'refused'] as const) {
      const { runtime, createList } = await createScratch(kind, {
        switches: { choiceOutsideList },
      });
      const list = await createList([
        { name: 'Kind', choice: { choices: ['flag', 'suggestion'] } },
        { name: 'Open', choice: { choices: ['a'], allowTextEntry: true } },
      ]);
      const write = async (fields: object) =>
        (await runtime.send('POST', `${list}/items`, { fields })).status;
      expect(await write({ Kind: 'flag', Open: 'b' })).toBe(201);
      expect(await write({ Kind: 'praise' })).toBe(choiceOutsideList === 'taken' ? 201 : 400);
    }
  });

  test('A Item write: `required` columns refuse an item without a value', async () => {
    for (const requiredColumns of ['unenforced', 'enforced'] as const) {
      const { runtime, createList } = await createScratch(kind, { switches: { requiredColumns } });
      const list = await createList([{ name: 'Key', text: {}, required: true }]);
      const bare = await runtime.send('POST', `${list}/items`, { fields: { Title: 'a' } });
      const whole = await runtime.send('POST', `${list}/items`, { fields: { Key: 'k' } });
      const address = `${list}/items/${textOf(whole.body['id'])}/fields`;
      const emptied = await runtime.send('PATCH', address, { Key: null });
      expect([bare.status, whole.status, emptied.status]).toEqual(
        requiredColumns === 'enforced' ? [400, 201, 400] : [201, 201, 200],
      );
    }
  });

  test('A Item write: a date is kept to the second, or as it was sent', async () => {
    for (const dateTimePrecision of ['seconds', 'milliseconds'] as const) {
      const { runtime, createList } = await createScratch(kind, {
        switches: { dateTimePrecision },
      });
      const list = await createList(columns);
      const { body } = await runtime.send('POST', `${list}/items`, {
        fields: { Due: '2026-11-23T10:00:00.125+01:00' },
      });
      expect(body['fields']?.['Due']).toBe(
        dateTimePrecision === 'seconds' ? '2026-11-23T09:00:00Z' : '2026-11-23T09:00:00.125Z',
      );
    }
  });

  test('A Read: `fields` come by $expand, chosen by either form of select', async () => {
    const { runtime, createList } = await createScratch(kind);
    const list = await createList(columns);
    await addItems(runtime, list, [{ Title: 'A', Task: 'Memo', Note: 'n' }]);
    const bare = await runtime.send('GET', `${list}/items`);
    expect(bare.body['value']?.[0]).not.toHaveProperty('fields');
    const whole = await runtime.send('GET', `${list}/items?$expand=fields`);
    expect(whole.body['value']?.[0]?.['fields']).toMatchObject({ Title: 'A', Note: 'n' });
    for (const form of ['$expand=fields($select=Task,Note)', 'expand=fields(select=Task,Note)']) {
      const { body } = await runtime.send('GET', `${list}/items?${form}`);
      const { '@odata.etag': eTag, ...fields } = body['value']?.[0]?.[
        'fields'
      ] as unknown as Record<string, string>;
      expect(fields).toEqual({ Task: 'Memo', Note: 'n' });
      expect(eTag).toBe(body['value']?.[0]?.['eTag']);
    }
  });

  test('A Read: $select leaves the named item properties beside the expanded fields', async () => {
    const { runtime, createList } = await createScratch(kind);
    const list = await createList(columns);
    await addItems(runtime, list, [{ Title: 'A' }]);
    const { body } = await runtime.send(
      'GET',
      `${list}/items?$select=id&$expand=fields($select=Title)`,
    );
    expect(Object.keys(body['value']?.[0] as object).sort()).toEqual([
      '@odata.etag',
      'fields',
      'id',
    ]);
  });

  test('A Read: $filter knows eq, ne, lt, gt, le, ge and startswith on an indexed field', async () => {
    const { runtime, createList } = await createScratch(kind);
    const list = await createList(columns);
    await addItems(
      runtime,
      list,
      [1, 2, 3, 4].map((Score) => ({ Score, Task: Score < 3 ? `memo ${Score}` : `it's ${Score}` })),
    );
    const found = (filter: string) => idsOf(runtime, filtered(list, filter));
    expect(await found('fields/Score eq 2')).toEqual(['2']);
    expect(await found('fields/Score ne 2')).toEqual(['1', '3', '4']);
    expect(await found('fields/Score lt 2')).toEqual(['1']);
    expect(await found('fields/Score gt 2')).toEqual(['3', '4']);
    expect(await found('fields/Score le 2')).toEqual(['1', '2']);
    expect(await found('fields/Score ge 2')).toEqual(['2', '3', '4']);
    expect(await found("startswith(fields/Task,'memo')")).toEqual(['1', '2']);
    expect(await found("fields/Task eq 'it''s 3'")).toEqual(['3']);
    expect(await found('fields/Score gt 1 and fields/Score lt 4')).toEqual(['2', '3']);
    expect(await found('(fields/Score gt 1) and (fields/Score lt 4 and id ne 2)')).toEqual(['3']);
    for (const filter of [
      "contains(fields/Task,'memo')",
      'fields/Score eq 1 or fields/Score eq 2',
    ]) {
      expect((await runtime.send('GET', filtered(list, filter))).status).toBe(400);
    }
  });

  test('A Read: $filter compares dates and yes/no values by their type', async () => {
    const { runtime, createList } = await createScratch(kind);
    const list = await createList(columns);
    await addItems(runtime, list, [
      { Due: '2026-11-01T00:00:00Z', Open: true },
      { Due: '2026-12-01T00:00:00Z', Open: false },
    ]);
    const found = (filter: string) => idsOf(runtime, filtered(list, filter));
    expect(await found("fields/Due lt '2026-11-15T00:00:00Z'")).toEqual(['1']);
    expect(await found('fields/Due ge 2026-11-15T00:00:00Z')).toEqual(['2']);
    expect(await found('fields/Open eq true')).toEqual(['1']);
    expect(await found('fields/Open eq 0')).toEqual(['2']);
  });

  test('A Read: $filter works on item properties', async () => {
    let at = Date.parse('2026-11-23T09:00:00Z');
    const { runtime, createList } = await createScratch(kind, { now: () => new Date(at) });
    const list = await createList(columns);
    await addItems(runtime, list, [{ Title: 'early' }]);
    at += 1_800_000;
    await addItems(runtime, list, [{ Title: 'late' }]);
    expect(await idsOf(runtime, filtered(list, 'createdDateTime gt 2026-11-23T09:15:00Z'))).toEqual(
      ['2'],
    );
    expect(
      await idsOf(runtime, filtered(list, 'lastModifiedDateTime lt 2026-11-23T09:15:00Z')),
    ).toEqual(['1']);
    expect(await idsOf(runtime, filtered(list, 'id gt 1'))).toEqual(['2']);
  });

  test('A Read: one indexed field can be filtered at a time', async () => {
    for (const twoIndexedFields of ['refused', 'allowed'] as const) {
      const { runtime, createList } = await createScratch(kind, { switches: { twoIndexedFields } });
      const list = await createList(columns);
      await addItems(runtime, list, [{ Task: 'a', Family: 'b' }]);
      const { status } = await runtime.send(
        'GET',
        filtered(list, "fields/Task eq 'a' and fields/Family eq 'b'"),
      );
      expect(status).toBe(twoIndexedFields === 'refused' ? 400 : 200);
    }
  });

  test('A Read: $orderby is parsed and subject to the same rule of indexes', async () => {
    const { runtime, createList } = await createScratch(kind);
    const list = await createList(columns);
    await addItems(runtime, list, [{ Score: 2, Note: 'b' }, { Score: 3, Note: 'a' }, { Score: 1 }]);
    expect(await idsOf(runtime, `${list}/items?$orderby=fields/Score`)).toEqual(['3', '1', '2']);
    expect(await idsOf(runtime, `${list}/items?$orderby=fields/Score%20desc`)).toEqual([
      '2',
      '1',
      '3',
    ]);
    expect((await runtime.send('GET', `${list}/items?$orderby=fields/Note`)).status).toBe(400);
    const strict = await createScratch(kind, { switches: { orderby: 'refused' } });
    const other = await strict.createList(columns);
    const refused = await strict.runtime.send('GET', `${other}/items?$orderby=fields/Score`);
    expect(refused.status).toBe(400);
    expect(await idsOf(runtime, `${list}/items?$orderby=fields/Note`, honour)).toEqual([
      '3',
      '2',
      '1',
    ]);
  });

  test('A Non-indexed filter: 400 invalidRequest in the words that are seen', async () => {
    const stable = "Field 'Note' cannot be referenced in filter or orderby as it is not indexed. ";
    const tails = {
      provideHeader:
        "Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this.",
      considerIndexed: 'Consider using indexed fields or sorting.',
    };
    for (const nonIndexedTail of ['provideHeader', 'considerIndexed'] as const) {
      const { runtime, createList } = await createScratch(kind, { switches: { nonIndexedTail } });
      const list = await createList(columns);
      const { status, body } = await runtime.send('GET', filtered(list, "fields/Note eq 'n'"));
      expect(status).toBe(400);
      expect(body['error']).toMatchObject({
        code: 'invalidRequest',
        message: stable + tails[nonIndexedTail],
      });
    }
  });

  test('A Non-indexed filter: the Prefer header allows it, under its newer and its older name', async () => {
    const { runtime, createList } = await createScratch(kind);
    const list = await createList(columns);
    await addItems(runtime, list, [{ Note: 'n' }, { Note: 'm' }]);
    for (const Prefer of [
      'HonorNonIndexedQueriesWarningMayFailRandomly',
      'allowthrottleablequeries',
    ]) {
      expect(await idsOf(runtime, filtered(list, "fields/Note eq 'm'"), { Prefer })).toEqual(['2']);
    }
    const later = await createScratch(kind, { switches: { olderPrefer: 'ignored' } });
    const other = await later.createList(columns);
    const status = async (Prefer: string) => {
      const address = filtered(other, "fields/Note eq 'm'");
      return (await later.runtime.send('GET', address, undefined, { Prefer })).status;
    };
    expect(await status('allowthrottleablequeries')).toBe(400);
    expect(await status('HonorNonIndexedQueriesWarningMayFailRandomly')).toBe(200);
  });

  test('A Non-indexed filter: an unknown column is not recognized', async () => {
    const words = {
      notRecognized: "Field 'Nope' is not recognized",
      doesNotExist: "Column 'Nope' does not exist. It may have been deleted by another user.",
    };
    for (const unknownFieldWords of ['notRecognized', 'doesNotExist'] as const) {
      const { runtime, createList } = await createScratch(kind, {
        switches: { unknownFieldWords },
      });
      const list = await createList(columns);
      const read = await runtime.send('GET', filtered(list, "fields/Nope eq 'n'"));
      const written = await runtime.send('POST', `${list}/items`, { fields: { Nope: 'n' } });
      const sorted = await runtime.send('GET', `${list}/items?$orderby=fields/Nope`);
      for (const { status, body } of [read, written, sorted]) {
        expect(status).toBe(400);
        expect(body['error']?.['message']).toContain(words[unknownFieldWords]);
      }
    }
  });
});
