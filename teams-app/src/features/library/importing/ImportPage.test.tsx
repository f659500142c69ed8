import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { ImportRow } from '@last-mile/shared/library';
import { openTab, type Answer } from '../../../testing/openTab';
import { task } from '../../../testing/library';
import { people } from '../../../testing/people';

const awkward = [
  '\uFEFFName,Prompt text,Author',
  '"Weekly ""digest"" 🚀","Line one,\r\n```js\nlet a = 1;\n```\n  trailing  ",Mei-Ling Duarte',
  ',No title here,Somebody',
  'No text,,Somebody',
  '',
  'Plain,Do it.,',
].join('\n');

/** An API that takes rows as the real one does: once each, known by title and text. */
function library() {
  const seen = new Set<string>();
  const take: Answer = ({ body }) => {
    const { rows } = body as { rows: ImportRow[] };
    const fresh = rows.filter(({ title, body: text }) => !seen.has(title + text));
    for (const { title, body: text } of fresh) seen.add(title + text);
    return { json: { imported: fresh.length, known: rows.length - fresh.length, refused: [] } };
  };
  return { take, seen };
}

function openImport(take: Answer = library().take, answers: Record<string, Answer> = {}) {
  return openTab({
    me: people.champion,
    at: 'library/import',
    answers: {
      'GET /api/library/imports': () => ({ json: { imports: [] } }),
      'GET /api/library/lenders': () => ({ json: { lenders: [] } }),
      'POST /api/library/import/likeness': () => ({ json: { alike: [] } }),
      'POST /api/library/import': take,
      ...answers,
    },
  });
}

async function choose(opened: ReturnType<typeof openTab>, content: BlobPart, name = 'prompts.csv') {
  const file = new File([content], name, { type: 'text/csv' });
  await opened.user.upload(await screen.findByLabelText('Choose a file'), file);
}

describe('importing prompts', () => {
  test('columns are matched by name, bad rows are named, good ones are previewed', async () => {
    const opened = openImport();
    await choose(opened, awkward);
    expect(await screen.findByText('prompts.csv: 5 rows')).toBeTruthy();
    expect(screen.getByRole('combobox', { name: /Title/ })).toHaveProperty('value', '0');
    expect(screen.getByRole('combobox', { name: /Prompt text/ })).toHaveProperty('value', '1');
    const refused = within(
      screen.getByRole('table', { name: '2 rows cannot be imported' }),
    ).getAllByRole('row');
    expect(refused.map((row) => row.textContent)).toEqual([
      'RowColumnReason',
      '2TitleWrite something here.',
      '3Prompt textWrite something here.',
    ]);
    expect(screen.getByRole('button', { name: 'Import 2 prompts' })).toBeTruthy();
  });

  test('what is sent is byte for byte what the author wrote', async () => {
    const opened = openImport();
    await choose(opened, awkward);
    await opened.user.click(await screen.findByRole('button', { name: 'Import 2 prompts' }));
    expect(await screen.findByText(/2 prompts imported as drafts; 2 were refused/)).toBeTruthy();
    const { rows } = opened.requestsTo('POST /api/library/import')[0]?.body as {
      rows: ImportRow[];
    };
    expect(rows[0]).toMatchObject({
      row: 1,
      title: 'Weekly "digest" 🚀',
      body: 'Line one,\r\n```js\nlet a = 1;\n```\n  trailing  ',
      author: 'Mei-Ling Duarte',
    });
  });

  test('importing twice says that all is known', async () => {
    const opened = openImport();
    await choose(opened, awkward);
    await opened.user.click(await screen.findByRole('button', { name: 'Import 2 prompts' }));
    await opened.user.click(await screen.findByRole('button', { name: 'Import another file' }));
    await choose(opened, awkward);
    await opened.user.click(await screen.findByRole('button', { name: 'Import 2 prompts' }));
    expect(
      await screen.findByText(/0 prompts imported as drafts; 2 were in the library already/),
    ).toBeTruthy();
  });

  test('a batch that fails stops the import, and going on finishes it without doubles', async () => {
    const { take, seen } = library();
    let calls = 0;
    const opened = openImport((request) => {
      calls += 1;
      // The second batch arrives, but its answer does not.
      if (calls === 2) {
        void take(request);
        return { status: 503, json: { code: 'unavailable', message: 'Not now.' } };
      }
      return take(request);
    });
    const rows = Array.from({ length: 60 }, (_, row) => `Title ${row},Text ${row}`);
    await choose(opened, ['title,prompt', ...rows].join('\n'));
    await opened.user.click(await screen.findByRole('button', { name: 'Import 60 prompts' }));
    expect(await screen.findByText('Stopped after 25 of 60.')).toBeTruthy();
    await opened.user.click(screen.getByRole('button', { name: 'Go on' }));
    expect(
      await screen.findByText(/35 prompts imported as drafts; 25 were in the library already/),
    ).toBeTruthy();
    expect(seen.size).toBe(60);
  });

  test('semicolons are understood, and another separator can be chosen', async () => {
    const opened = openImport();
    await choose(opened, 'title;prompt;author\nOne;Do, this;Me\n');
    expect(await screen.findByRole('button', { name: 'Import 1 prompt' })).toBeTruthy();
    const separator = screen.getByRole('combobox', { name: 'Columns are separated by' });
    expect(separator).toHaveProperty('value', ';');
    await opened.user.selectOptions(separator, ',');
    expect(await screen.findByText(/No row of this file can be imported/)).toBeTruthy();
  });

  test('a column can be matched by hand, and feeds one field only', async () => {
    const opened = openImport();
    await choose(opened, 'heading,what to say\nOne,Do this\n');
    const text = await screen.findByRole('combobox', { name: /Prompt text/ });
    expect(text).toHaveProperty('value', '');
    await opened.user.selectOptions(text, 'what to say');
    expect(screen.getByRole('button', { name: 'Import 1 prompt' })).toBeTruthy();
    await opened.user.selectOptions(text, 'heading');
    expect(screen.getByRole('combobox', { name: /Title/ })).toHaveProperty('value', '');
  });

  test('a file that does not say its encoding is read as Windows-1252, and that is said', async () => {
    const opened = openImport();
    const latin = Buffer.from('title;prompt\nCaf\xe9;Do this\n', 'latin1');
    await choose(opened, latin);
    expect(await screen.findByText(/It was read as Windows-1252/)).toBeTruthy();
    expect(screen.getByText('Café')).toBeTruthy();
  });

  test('rows like what is there are shown beside it, and the person decides', async () => {
    const alike = [
      {
        ...{ row: 1, clientKey: '00000000-0000-4000-8000-00000000beef' },
        ...{ title: 'The digest we have', likeness: 0.87 },
      },
    ];
    const opened = openImport(undefined, {
      'POST /api/library/import/likeness': () => ({ json: { alike } }),
    });
    await choose(opened, 'title,prompt\nWeekly digest,Digest it.\nOther,Else.\n');
    const beside = await screen.findByRole('table', {
      name: 'Rows like something in the library',
    });
    const row = within(beside).getAllByRole('row')[1]!;
    expect(row.textContent).toContain('Weekly digestThe digest we have87%');
    await opened.user.click(screen.getByRole('checkbox', { name: 'Import row 1' }));
    await opened.user.click(screen.getByRole('button', { name: 'Import 1 prompt' }));
    await screen.findByText(/1 prompt imported as a draft/);
    const { rows } = opened.requestsTo('POST /api/library/import')[0]?.body as {
      rows: ImportRow[];
    };
    expect(rows.map(({ title }) => title)).toEqual(['Other']);
  });

  test('an import is taken back step by step, and what stays is named', async () => {
    const importKey = '00000000-0000-4000-8000-0000000000aa';
    const past = {
      ...{ importKey, at: '2026-11-23T09:00:00.000Z', items: 250 },
      importedBy: { userId: 'u', name: 'Robin Owner' },
    };
    const kept = [{ clientKey: '00000000-0000-4000-8000-0000000000ab', title: 'Ours now' }];
    const steps = [
      { removed: 200, kept: [], left: 50 },
      { removed: 49, kept, left: 0 },
    ];
    const opened = openImport(undefined, {
      'GET /api/library/imports': () => ({ json: { imports: steps.length > 0 ? [past] : [] } }),
      'POST /api/library/imports/removal': () => ({ json: steps.shift() }),
    });
    await opened.user.click(
      await screen.findByRole('button', { name: /Take back the import of .* with 250 drafts/ }),
    );
    expect(await screen.findByText('249 drafts removed.')).toBeTruthy();
    expect(screen.getByText(/Kept, because somebody has changed .*: Ours now/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Take back/ })).toBeNull();
  });

  test('tasks and job families that the file calls otherwise are matched, or left empty', async () => {
    const opened = openImport();
    await choose(
      opened,
      [
        'title,prompt,task,job families',
        'One,Do one,Client email drafts,Advisory team',
        'Two,Do two,Payroll,Drivers',
        'Three,Do three,draft a client EMAIL,ADVISORY',
      ].join('\n'),
    );
    const theirs = within(await screen.findByRole('group', { name: 'Tasks of the file' }));
    expect(theirs.getAllByRole('combobox').map((field) => field.getAttribute('id'))).toHaveLength(
      2,
    );
    expect(theirs.getByRole('combobox', { name: 'Client email drafts' })).toHaveProperty(
      'value',
      task.clientKey,
    );
    expect(theirs.getByRole('combobox', { name: 'Payroll' })).toHaveProperty('value', '');
    const families = within(screen.getByRole('group', { name: 'Job families of the file' }));
    expect(families.getByRole('combobox', { name: 'Drivers' })).toHaveProperty('value', '');
    await opened.user.selectOptions(
      families.getByRole('combobox', { name: 'Drivers' }),
      'Advisory',
    );
    await opened.user.selectOptions(
      theirs.getByRole('combobox', { name: 'Client email drafts' }),
      'Leave empty',
    );
    await opened.user.click(screen.getByRole('button', { name: 'Import 3 prompts' }));
    await screen.findByText(/3 prompts imported as drafts/);
    const { rows } = opened.requestsTo('POST /api/library/import')[0]?.body as {
      rows: ImportRow[];
    };
    expect(rows.map(({ taskKey, jobFamilies }) => [taskKey, jobFamilies])).toEqual([
      [undefined, ['advisory']],
      [undefined, ['advisory']],
      [task.clientKey, ['advisory']],
    ]);
  });

  test('a row whose quotes never close is named', async () => {
    const opened = openImport();
    await choose(opened, 'title,prompt\nOne,Fine\nTwo,"never closed\n');
    expect(await screen.findByText('A quotation mark in this row never closes.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Import 1 prompt' })).toBeTruthy();
  });

  test('a member does not get there', async () => {
    openTab({ me: people.member, at: 'library/import' });
    expect(await screen.findByRole('heading', { level: 1, name: 'Library' })).toBeTruthy();
    expect(screen.queryByText('1. Choose a file')).toBeNull();
  });
});

describe('the starter library', () => {
  test('comes as drafts for the job families a champion chooses, and says how many', async () => {
    const route = 'POST /api/library/starter';
    const { user, requestsTo } = openImport(undefined, {
      [route]: () => ({ json: { added: 12, known: 1 } }),
    });
    await user.click(await screen.findByRole('button', { name: 'Add as drafts' }));
    expect(requestsTo(route)).toEqual([]);
    await user.click(screen.getByRole('checkbox', { name: 'Client advisory' }));
    await user.click(screen.getByRole('button', { name: 'Add as drafts' }));
    expect(await screen.findByText(/^12 drafts were added.*1 was there already\.$/)).toBeTruthy();
    expect(requestsTo(route).map(({ body }) => body)).toEqual([
      {
        families: ['client-advisory'],
        tasks: [],
        jobFamilies: [{ from: 'client-advisory', to: 'advisory' }],
      },
    ]);
    expect(screen.getByRole('link', { name: 'See the drafts' }).getAttribute('href')).toBe(
      '#/library?status=draft',
    );
  });

  test('comes in our own words: proposed by likeness, chosen by hand, or left empty', async () => {
    const route = 'POST /api/library/starter';
    const follow = { ...task, task: 'Follow up on a client meeting' };
    const other = { ...task, clientKey: '9f7c1f0e-0f0e-4a57-9a6e-70f0c2f5a002', task: 'Fee note' };
    const { user, requestsTo } = openImport(undefined, {
      'GET /api/workflows': () => ({ json: { workflows: [follow, other] } }),
      [route]: () => ({ json: { added: 12, known: 0 } }),
    });
    await user.click(await screen.findByRole('checkbox', { name: 'Client advisory' }));
    const meeting = await screen.findByRole('combobox', { name: 'Following up a client meeting' });
    expect(meeting).toHaveProperty('value', follow.clientKey);
    const unhappy = screen.getByRole('combobox', { name: 'Answering an unhappy client' });
    await user.selectOptions(unhappy, 'Fee note');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Client advisory' }), 'None');
    await user.click(screen.getByRole('button', { name: 'Add as drafts' }));
    await screen.findByText(/^12 drafts were added/);
    expect(requestsTo(route).map(({ body }) => body)).toEqual([
      {
        families: ['client-advisory'],
        tasks: [
          { from: 'meeting follow-up', to: follow.clientKey },
          { from: 'unhappy client', to: other.clientKey },
        ],
        jobFamilies: [{ from: 'client-advisory', to: null }],
      },
    ]);
  });
});
