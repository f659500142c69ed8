import fc from 'fast-check';
import { parse } from 'papaparse';
import { describe, expect, test } from 'vitest';
import { createFormats } from '../../../app/formats';
import { dashboard } from '../../../testing/dashboard';
import type { PanelName } from '../panel/panelName';
import { lastWeeks, type Shown } from '../panel/shown';
import { reports } from '../reports';
import { toCsv } from './csv';

function shown(answer = dashboard(), change: Partial<Shown> = {}): Shown {
  return {
    whole: answer,
    range: lastWeeks(answer, 26),
    by: 'department',
    formats: createFormats('en-GB'),
    sampleData: false,
    ...change,
  };
}

const all = Object.keys(reports) as PanelName[];
const csvOf = (names: readonly PanelName[], what: Shown) =>
  toCsv(
    names.map((name) => reports[name](what)),
    what,
  );
const rowsOf = (csv: string) => parse<string[]>(csv.replace(/^\uFEFF/, '')).data;

describe('figures as a spreadsheet', () => {
  test('say whose they are, of which weeks and as of when', () => {
    const rows = rowsOf(csvOf(['weeks'], shown()));
    expect(rows.slice(0, 3)).toEqual([
      ['Everyday AI'],
      ['Weeks', '2026-W34 to 2026-W37'],
      ['As of', '2026-09-15T09:00:00Z'],
    ]);
    expect(rowsOf(csvOf(['weeks'], shown(undefined, { sampleData: true })))[3]).toEqual([
      'Sample data',
    ]);
  });

  test('give a share as a number, with its n and N beside it', () => {
    const rows = rowsOf(csvOf(['weeks'], shown()));
    const head = rows.find(([first]) => first === 'Week of');
    expect(head?.slice(0, 5)).toEqual(['Week of', 'Phase', 'Active', 'Active: n', 'Active: N']);
    expect(rows.find(([first]) => first === '2026-08-31')?.slice(0, 5)).toEqual([
      '2026-08-31',
      'Programme week 2',
      '0.71',
      '71',
      '100',
    ]);
  });

  test('say why where there is no figure, and never 0', () => {
    const rows = rowsOf(csvOf(['groups'], shown()));
    expect(rows.find(([first]) => first === 'Board')).toEqual([
      'Board',
      'Hidden: fewer than 5 people, or it would reveal them',
      '',
      '',
      'Hidden: fewer than 5 people, or it would reveal them',
      '',
      '',
      '',
    ]);
  });

  test('hold the weeks that are seen and no others', () => {
    const answer = dashboard();
    const cut = shown(answer, { range: { ...answer, weeks: answer.weeks.slice(2) } });
    const weeks = rowsOf(csvOf(['weeks'], cut)).map(([first]) => first);
    expect(weeks).toContain('2026-08-31');
    expect(weeks).not.toContain('2026-08-17');
  });

  test('are never taken for a formula, whatever a department or a task is called', () => {
    const start = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '', ' ');
    const name = fc.tuple(start, fc.string()).map(([first, rest]) => first + rest);
    fc.assert(
      fc.property(name, name, (department, task) => {
        const answer = dashboard();
        const csv = csvOf(
          all,
          shown({
            ...answer,
            programmeName: department,
            departments: answer.departments.map((group) => ({ ...group, name: department })),
            tasks: answer.tasks.map((row) => ({ ...row, task })),
          }),
        );
        for (const field of rowsOf(csv).flat()) {
          const isNumber = field !== '' && Number.isFinite(Number(field));
          expect(isNumber || !/^[=+\-@\t\r]/.test(field), JSON.stringify(field)).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });
});
