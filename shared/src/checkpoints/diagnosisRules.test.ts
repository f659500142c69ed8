import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnosisRuleIds } from './diagnosis';
import { diagnose, diagnosisRules } from './diagnosisRules';
import { allWell, figuresWith, shareOf, timeShift } from './testFigures';

const unknown = { state: 'notEnoughData' } as const;
const measured = (value: number, n = 200) => ({ state: 'known', value, n }) as const;
const task = (since: ReturnType<typeof timeShift> | typeof unknown) => ({
  ...{ workflowKey: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff', task: 'Follow up', since },
});
const noDrafts = { sinceStart: unknown, withTemplate: unknown } as const;
const gone = { state: 'gone', since: null } as const;
const silent = { state: 'silent', since: '2026-09-14' } as const;
const low = { active: shareOf(260, 900) };

/** Each row of decision 0029, on either side of its thresholds. */
describe('a checkpoint finds', () => {
  test.each([
    ['nothing where all is well', allWell, []],

    ['no owner, where the owner is gone', figuresWith({ ownership: { owner: gone } }), ['noOwner']],
    [
      'no owner, where the owner is silent',
      figuresWith({ ownership: { owner: silent } }),
      ['noOwner'],
    ],

    [
      'an overdue queue, from three late answers that are a quarter of what is open',
      figuresWith({ health: { open: 12, overdue: 3 } }),
      ['overdueQueue'],
    ],
    ['no overdue queue by two late answers', figuresWith({ health: { open: 2, overdue: 2 } }), []],
    ['no overdue queue by a few of many', figuresWith({ health: { open: 13, overdue: 3 } }), []],

    [
      'output that is not trusted, where flags and redone work are many',
      figuresWith({ trust: { flagsPer100: measured(3), redoRate: measured(0.3) } }),
      ['outputNotTrusted'],
    ],
    ['nothing by flags alone', figuresWith({ trust: { flagsPer100: measured(9) } }), []],
    ['nothing by redone work alone', figuresWith({ trust: { redoRate: measured(0.6) } }), []],

    ['use that decays', figuresWith({ use: { decaying: true } }), ['useDecays']],
    [
      'use that decays and not low use, once it had been there',
      figuresWith({ use: { ...low, decaying: true, attended: shareOf(100, 900) } }),
      ['useDecays'],
    ],

    [
      'low use though people practise: the map',
      figuresWith({ use: { active: shareOf(269, 900), attended: shareOf(450, 900) } }),
      ['lowUseThoughPractised'],
    ],
    [
      'low use without practice: the training',
      figuresWith({ use: { active: shareOf(269, 900), attended: shareOf(449, 900) } }),
      ['lowUseWithoutPractice'],
    ],
    [
      'no low use from half of the target on',
      figuresWith({ use: { active: shareOf(270, 900) } }),
      [],
    ],

    [
      'high use without time saved: the step',
      figuresWith({ use: { active: shareOf(432, 900) }, time: { sinceStart: timeShift(-1.9, 1) } }),
      ['useWithoutTimeSaved'],
    ],
    [
      'nothing of time while use is not high',
      figuresWith({ use: { active: shareOf(431, 900) }, time: { sinceStart: timeShift(-1, 1) } }),
      [],
    ],
    [
      'nothing where a tenth may be saved, however unclear',
      figuresWith({ time: { sinceStart: timeShift(-2, 4) } }),
      [],
    ],
    [
      'no time saved with a template, where nobody knows how it was before',
      figuresWith({ time: { sinceStart: unknown, withTemplate: timeShift(-1, 1) } }),
      ['useWithoutTimeSaved'],
    ],
    [
      'nothing by what people say of themselves while drafts are observed',
      figuresWith({ time: { tasks: [task(timeShift(-1, 1))] } }),
      [],
    ],
    [
      'no time saved by people’s own word, where it says so of every task it is known of',
      figuresWith({ time: { ...noDrafts, tasks: [task(timeShift(-1, 1)), task(unknown)] } }),
      ['useWithoutTimeSaved'],
    ],
    [
      'nothing where one of the tasks got faster',
      figuresWith({
        time: { ...noDrafts, tasks: [task(timeShift(-1, 1)), task(timeShift(-9, -5))] },
      }),
      [],
    ],
  ])('%s', (_, figures, rules) => {
    const { found, notJudged } = diagnose(figures);
    expect(found.map(({ rule }) => rule)).toEqual(rules);
    expect(notJudged).toEqual([]);
  });
});

describe('a checkpoint does not judge', () => {
  test.each([
    [
      'trust by flags where nobody answered whether work was redone',
      figuresWith({ trust: { flagsPer100: measured(9), redoRate: unknown } }),
      [{ rule: 'outputNotTrusted', missing: ['redoRate'] }],
    ],
    [
      'why use is low where attendance is not known',
      figuresWith({ use: { ...low, attended: unknown } }),
      [
        { rule: 'lowUseThoughPractised', missing: ['attendance'] },
        { rule: 'lowUseWithoutPractice', missing: ['attendance'] },
      ],
    ],
    [
      'anything of use that is only known as a band',
      figuresWith({ use: { active: { state: 'band', of: 8, half: 'under' } } }),
      [{ rule: 'lowUseThoughPractised', missing: ['activeRate'] }],
    ],
    [
      'time saved where neither drafts nor tasks were compared',
      figuresWith({ time: { ...noDrafts, tasks: [task(unknown)] } }),
      [{ rule: 'useWithoutTimeSaved', missing: ['timeSaved'] }],
    ],
    [
      'decay before the first closed week',
      figuresWith({ use: { decaying: null } }),
      [{ rule: 'useDecays', missing: ['decay'] }],
    ],
  ])('%s', (_, figures, notJudged) => {
    expect(diagnose(figures)).toEqual({ found: [], notJudged });
  });

  test('what is settled without the figure that is missing', () => {
    const figures = figuresWith({
      use: { attended: unknown },
      trust: { flagsPer100: measured(1), redoRate: unknown },
    });
    expect(diagnose(figures)).toEqual({ found: [], notJudged: [] });
  });
});

describe('a finding', () => {
  test('says what to revise, by which figures, who sees to it and by when', () => {
    expect(diagnose(figuresWith({ ownership: { owner: gone } })).found).toEqual([
      {
        ...{ rule: 'noOwner', revise: 'ownership', evidence: ['owner'] },
        proposed: { who: 'sponsor', days: 7 },
      },
    ]);
    const { found } = diagnose(figuresWith({ use: { ...low, attended: shareOf(800, 900) } }));
    expect(found).toEqual([
      {
        ...{ rule: 'lowUseThoughPractised', revise: 'workflowMap' },
        evidence: ['activeRate', 'decay', 'attendance'],
        proposed: { who: 'owner', days: 14 },
      },
    ]);
  });

  test('comes in the order of the table, and every rule has its row', () => {
    expect(diagnosisRules.map(({ rule }) => rule)).toEqual(diagnosisRuleIds);
    const { found } = diagnose(
      figuresWith({
        ...{ use: { decaying: true }, time: { sinceStart: timeShift(0, 1) } },
        ...{ health: { overdue: 9 }, ownership: { owner: silent } },
      }),
    );
    expect(found.map(({ rule }) => rule)).toEqual([
      ...['noOwner', 'overdueQueue', 'useDecays', 'useWithoutTimeSaved'],
    ]);
  });

  test('is never made of a figure that is not known, and more that is known takes none back', () => {
    const state = fc.constantFrom('known', 'unknown');
    const worst = figuresWith({
      ...{ use: { ...low, attended: shareOf(800, 900) }, time: { sinceStart: timeShift(0, 1) } },
      ...{ trust: { flagsPer100: measured(9), redoRate: measured(0.6) } },
    });
    fc.assert(
      fc.property(state, state, state, state, (active, attended, flags, redo) => {
        const figures = figuresWith({
          use: {
            active: active === 'known' ? worst.use.active : unknown,
            attended: attended === 'known' ? worst.use.attended : unknown,
          },
          trust: {
            flagsPer100: flags === 'known' ? worst.trust.flagsPer100 : unknown,
            redoRate: redo === 'known' ? worst.trust.redoRate : unknown,
          },
        });
        const { found, notJudged } = diagnose(figures);
        const rules = found.map(({ rule }) => rule);
        expect(diagnose(worst).found.map(({ rule }) => rule)).toEqual(
          expect.arrayContaining(rules),
        );
        for (const { rule } of notJudged) expect(rules).not.toContain(rule);
      }),
    );
  });
});
