import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  charts,
  defaultView,
  groupings,
  readView,
  weekRanges,
  withTable,
  writeView,
  type DashboardView,
} from './dashboardView';

const read = (query: string) => readView(new URLSearchParams(query));

const anyView: fc.Arbitrary<DashboardView> = fc.record({
  until: fc.constantFrom(null, '2026-W01', '2026-W44', '2026-W53'),
  weeks: fc.constantFrom(...weekRanges),
  by: fc.constantFrom(...groupings),
  tables: fc.subarray([...charts]),
});

describe('a view in the address', () => {
  test('every view is read as it was written', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(read(writeView(view))).toEqual(view);
      }),
    );
  });

  test('it uses the words of a link that people share', () => {
    expect(read('until=2026-W44&weeks=12&by=jobFamily&show=table')).toEqual({
      until: '2026-W44',
      weeks: 12,
      by: 'jobFamily',
      tables: charts,
    });
    expect(writeView({ ...defaultView, tables: charts })).toBe('show=table');
  });

  test('the default view adds nothing to the address', () => {
    expect(writeView(defaultView)).toBe('');
  });

  test('whatever stands there in place of a value, the default is shown', () => {
    fc.assert(
      fc.property(fc.string(), (anything) => {
        const query = new URLSearchParams({ until: anything, weeks: anything, by: anything });
        fc.pre(!/^\d{4}-W\d\d$/.test(anything) && !['6', '12', 'all'].includes(anything));
        fc.pre(anything !== 'jobFamily');
        expect(readView(query)).toEqual(defaultView);
      }),
    );
  });

  test('one chart becomes a table without moving the others', () => {
    const one = withTable(defaultView, 'habit', true);
    expect(one.tables).toEqual(['habit']);
    expect(withTable(withTable(one, 'weeks', true), 'habit', false).tables).toEqual(['weeks']);
  });
});
