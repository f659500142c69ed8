import { expect, test } from 'vitest';
import { activityOf } from './activity';
import { countedAs } from '../facts';
import { did } from './testFacts';

test('what somebody did is gathered by the weeks of the programme, and their first is known', () => {
  const actions = [
    did('ann', '2026-11-17T09:00:00Z', { surface: 'outlook', kind: 'templateInserted' }),
    did('ann', '2026-11-17T10:00:00Z'),
    // Past midnight in Berlin: the week that begins there on 16 November.
    did('ann', '2026-11-15T23:30:00Z'),
    did('ann', '2026-10-25T12:00:00Z'),
  ];
  const activity = activityOf(actions, 'Europe/Berlin');
  expect(activity.get('ann')).toEqual({
    firstWeek: '2026-10-19',
    weeks: new Map([
      [
        '2026-11-16',
        {
          actions: 3,
          kinds: new Set(['templateUse', 'aiUse']),
          surfaces: new Set(['outlook', 'teams']),
        },
      ],
      ['2026-10-19', { actions: 1, kinds: new Set(['aiUse']), surfaces: new Set(['teams']) }],
    ]),
  });
  expect(activity.get('ben')).toBeUndefined();
});

test('a template that was inserted is template use, everything else is AI use', () => {
  expect(countedAs('templateInserted')).toBe('templateUse');
  expect(countedAs('promptCopied')).toBe('aiUse');
  expect(countedAs('promptOpened')).toBe('aiUse');
  expect(countedAs('practised')).toBe('aiUse');
  expect(countedAs('copilotActive')).toBe('aiUse');
  expect(countedAs('reportedUse')).toBe('aiUse');
});
