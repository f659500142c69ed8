import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detailFor, halfOf } from './smallGroups';
import { groupKey, partitions, suppressGroups, type CrossedGroup } from './suppression';

const week = '2026-11-16';

/** People who share all groups; by default of one job family, and long since started. */
const people = (
  department: string,
  active: number,
  eligible: number,
  { jobFamily = 'All', cohort = '2026-11-02' }: Partial<CrossedGroup> = {},
): CrossedGroup => ({ department, jobFamily, cohort, active, eligible });

const suppressed = (...firm: CrossedGroup[]) => suppressGroups(firm, { week, minimum: 5 });
const not = (what: 'exact', details: ReadonlyMap<string, string>) =>
  [...details].flatMap(([key, detail]) => (detail === what ? [] : [`${key}: ${detail}`])).sort();

describe('a group', () => {
  test('below five people is hidden, and the next smallest with it', () => {
    const firm = [people('Board', 2, 4), people('Tax', 6, 12), people('Audit', 20, 80)];
    expect(not('exact', suppressed(...firm))).toEqual([
      'department Board: hidden',
      'department Tax: hidden',
    ]);
  });

  test('below five needs no third when two of them protect each other', () => {
    const firm = [people('Board', 2, 4), people('Legal', 1, 3), people('Audit', 20, 80)];
    expect(not('exact', suppressed(...firm))).toEqual([
      'department Board: hidden',
      'department Legal: hidden',
    ]);
  });

  test('takes a third along when both are empty, for nothing plus nothing gives both away', () => {
    const firm = [people('Board', 0, 4), people('Legal', 0, 3), people('Audit', 20, 80)];
    expect(not('exact', suppressed(...firm))).toEqual([
      'department Audit: hidden',
      'department Board: hidden',
      'department Legal: hidden',
    ]);
  });

  test('of five to nine is a band, whatever its figure, and its exact figure cannot be had', () => {
    for (const active of [0, 3, 4, 9]) {
      const firm = [people('Tax', active, 9), people('Risk', 4, 11), people('Audit', 20, 80)];
      expect(not('exact', suppressed(...firm))).toEqual([
        'department Risk: hidden',
        'department Tax: band',
      ]);
    }
  });

  test('that was banded or hidden is not shown more exactly again', () => {
    const firm = [people('Tax', 6, 12), people('Risk', 5, 20), people('Audit', 20, 80)];
    const before = new Map([['department Tax', 'band' as const]]);
    expect(not('exact', suppressGroups(firm, { week, minimum: 5, before }))).toEqual([
      'department Risk: hidden',
      'department Tax: band',
    ]);
  });

  test('without people is not there', () => {
    expect([...suppressed(people('Empty', 0, 0), people('Audit', 20, 80)).keys()]).toEqual([
      'department Audit',
      'jobFamily All',
      'cohort 2026-11-02',
    ]);
  });

  test('lies under its half or over it; exactly half counts as over', () => {
    expect(halfOf({ active: 3, eligible: 7 })).toBe('under');
    expect(halfOf({ active: 3, eligible: 6 })).toBe('over');
  });

  test('of a firm of fewer than ten is hidden: the whole is a band', () => {
    expect(not('exact', suppressed(people('Tax', 3, 9)))).toHaveLength(3);
  });
});

describe('departments and job families together', () => {
  const delivery = { jobFamily: 'Delivery' };

  test('hide the job family that gives a hidden department away', () => {
    const firm = [
      people('Board', 2, 4, { jobFamily: 'Board' }),
      people('Technology', 11, 20, delivery),
      people('Projects', 40, 90, delivery),
      people('Audit', 90, 190, { jobFamily: 'Advisory' }),
    ];
    expect(not('exact', suppressed(...firm))).toEqual([
      'department Board: hidden',
      'department Technology: hidden',
      'jobFamily Board: hidden',
      'jobFamily Delivery: hidden',
    ]);
  });

  test('hide a job family that differs from a department by fewer than five people', () => {
    const firm = [
      people('Projects', 40, 90, delivery),
      people('Projects', 1, 3, { jobFamily: 'Advisory' }),
      people('Audit', 90, 190, { jobFamily: 'Advisory' }),
    ];
    expect(not('exact', suppressed(...firm))).toEqual([
      'jobFamily Advisory: hidden',
      'jobFamily Delivery: hidden',
    ]);
  });

  test('hide a job family in which nobody acted, when the hidden department is a part of it', () => {
    const firm = [
      people('Board', 0, 4, { jobFamily: 'Finance' }),
      people('Legal', 0, 12, { jobFamily: 'Finance' }),
      people('Legal', 3, 8, { jobFamily: 'Advisory' }),
      people('Audit', 90, 190, { jobFamily: 'Advisory' }),
      people('Audit', 0, 30, { jobFamily: 'Finance' }),
    ];
    expect(suppressed(...firm).get('jobFamily Finance')).toBe('hidden');
  });
});

describe('cohorts', () => {
  const started = (cohort: string, active: number, eligible: number) =>
    people('Audit', active, eligible, { cohort });

  test('hide the next smallest of those who started before: whoever starts now is no cover', () => {
    const firm = [
      started('2026-11-02', 2, 4),
      started('2026-11-09', 6, 12),
      started('2026-10-26', 20, 40),
      started(week, 4, 4),
      people('Audit', 0, 90, { cohort: null }),
    ];
    expect(not('exact', suppressed(...firm))).toEqual([
      'cohort 2026-11-02: hidden',
      'cohort 2026-11-09: hidden',
      `cohort ${week}: hidden`,
    ]);
  });

  test('are hidden where they differ from a department by fewer than five people', () => {
    const firm = [
      people('Tax', 8, 15, { cohort: '2026-10-26' }),
      people('Tax', 1, 2, { cohort: '2026-11-02' }),
      started('2026-11-02', 30, 60),
      started('2026-11-09', 20, 50),
    ];
    expect(suppressed(...firm).get('cohort 2026-10-26')).toBe('hidden');
  });
});

describe('for any firm', () => {
  const firms = fc.array(
    fc
      .record({
        department: fc.constantFrom('A', 'B', 'C'),
        jobFamily: fc.constantFrom('x', 'y'),
        eligible: fc.integer({ min: 1, max: 7 }),
        share: fc.constantFrom(0, 0.3, 0.6, 1),
      })
      .map(({ department, jobFamily, eligible, share }) =>
        people(department, Math.round(share * eligible), eligible, { jobFamily }),
      ),
    { minLength: 2, maxLength: 4 },
  );

  test('every figure that is withheld stays open: another world shows just the same', () => {
    fc.assert(
      fc.property(firms, (firm) => {
        const total = firm.reduce((sum, { eligible }) => sum + eligible, 0);
        fc.pre(detailFor(total) === 'exact');
        const details = suppressed(...firm);
        const withheld = [...details].filter(
          ([key, detail]) => detail !== 'exact' && !key.startsWith('cohort'),
        );
        const worlds = worldsOf(firm).map(figuresOf);
        const truth = figuresOf(firm);
        const givesAway = (key: string, exact: (figure: string) => boolean) =>
          worlds.every(
            (world) =>
              world.get(key)?.n === truth.get(key)?.n ||
              [...world].some(([figure, { n, of }]) => {
                const was = truth.get(figure)!.n;
                if (exact(figure)) return n !== was;
                return (
                  details.get(figure) === 'band' &&
                  halfOf({ active: n, eligible: of }) !== halfOf({ active: was, eligible: of })
                );
              }),
          );
        for (const [key] of withheld) {
          // What the total says by itself it says of every group.
          if (givesAway(key, (figure) => figure === 'total')) continue;
          const isShown = (figure: string) => (details.get(figure) ?? 'exact') === 'exact';
          expect(givesAway(key, isShown)).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('no group is shown as its size forbids', () => {
    fc.assert(
      fc.property(firms, (firm) => {
        const details = suppressed(...firm);
        for (const [key, { of }] of figuresOf(firm)) {
          if (key === 'total') continue;
          if (of < 10) expect(details.get(key)).not.toBe('exact');
          if (of < 5) expect(details.get(key)).toBe('hidden');
        }
      }),
    );
  });

  /** Every way in which as many could have acted of each crossing as there are: by trying them all. */
  function worldsOf([first, ...rest]: readonly CrossedGroup[]): CrossedGroup[][] {
    if (!first) return [[]];
    const others = worldsOf(rest);
    return Array.from({ length: first.eligible + 1 }, (_, active) =>
      others.map((other) => [{ ...first, active }, ...other]),
    ).flat();
  }

  function figuresOf(world: readonly CrossedGroup[]): Map<string, { n: number; of: number }> {
    const figures = new Map<string, { n: number; of: number }>();
    for (const group of world) {
      const keys = partitions.map((partition) =>
        groupKey({ partition, name: group[partition] ?? '' }),
      );
      for (const key of ['total', ...keys]) {
        const { n, of } = figures.get(key) ?? { n: 0, of: 0 };
        figures.set(key, { n: n + group.active, of: of + group.eligible });
      }
    }
    return figures;
  }
});
