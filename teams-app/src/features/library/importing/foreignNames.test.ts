import type { ImportRow } from '@last-mile/shared/library';
import { describe, expect, test } from 'vitest';
import { foreignFamilies, foreignTasks, inOwnWords } from './foreignNames';

const ours = '00000000-0000-4000-8000-0000000000a1';
const theirs = '00000000-0000-4000-8000-0000000000b1';
const tasks = [{ key: ours, name: 'Draft a client email' }];
const families = [{ key: 'advisory', name: 'Client advisory' }];

const row = (more: Partial<ImportRow> = {}): ImportRow => ({
  ...{ row: 1, kind: 'prompt', title: 'T', purpose: '', body: 'B', author: '', sourceUrl: '' },
  ...more,
});

const mapped = (more: Partial<ImportRow>, task: string | null, family: string | null) =>
  inOwnWords(row(more), {
    tasks: { known: tasks, of: () => task },
    families: { known: families, of: () => family },
  });

describe('the tasks and job families of a file that are not ours', () => {
  test('are told once each, by their names where the file has them', () => {
    const rows = [
      row({ taskKey: theirs }),
      row({ taskKey: theirs.toUpperCase(), task: 'Client emails' }),
      row({ task: 'Year end' }),
      row({ taskKey: ours, task: 'Called otherwise' }),
      row({ task: ' draft a CLIENT email' }),
      row(),
    ];
    expect(foreignTasks(rows, tasks)).toEqual([
      { key: theirs, name: 'Client emails' },
      { key: 'Year end', name: 'Year end' },
    ]);
    const named = [
      row({ jobFamilies: ['advisory', 'Tax'] }),
      row({ jobFamilies: ['Tax', 'client ADVISORY'] }),
    ];
    expect(foreignFamilies(named, families)).toEqual([{ key: 'Tax', name: 'Tax' }]);
  });

  test('become what somebody says they are here, and a step of theirs goes', () => {
    expect(
      mapped(
        { taskKey: theirs, stepKey: 's1', jobFamilies: ['Tax', 'advisory'] },
        ours,
        'advisory',
      ),
    ).toEqual(row({ taskKey: ours, jobFamilies: ['advisory'] }));
  });

  test('or are left empty', () => {
    expect(mapped({ task: 'Year end', stepKey: 's1', jobFamilies: ['Tax'] }, null, null)).toEqual(
      row({ jobFamilies: [] }),
    );
  });

  test('while our own stay as they are, by key or by name', () => {
    const own = { taskKey: ours, stepKey: 's1', jobFamilies: ['advisory'] };
    expect(mapped({ ...own, task: 'Called otherwise' }, null, null)).toEqual(row(own));
    expect(
      mapped({ task: 'Draft a client email', jobFamilies: ['Client advisory'] }, null, null),
    ).toEqual(row({ taskKey: ours, jobFamilies: ['advisory'] }));
  });
});
