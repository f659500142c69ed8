import { expect, test } from 'vitest';
import { judge, likeliestFormWasTold, liveReport } from './liveReport';
import { missingLiveSettings, readLiveSettings, settingsOfLiveRun } from './liveSettings';

const onlyLocal = (message: string) => ({ name: 'OnlyLocal', message });

test('a fact is held when every client saw it, and not when one of them did not', () => {
  const facts = judge([
    { fact: 'A one', errors: [] },
    { fact: 'A one', errors: [] },
    { fact: 'A two', errors: [] },
    { fact: 'A two', errors: [{ name: 'AssertionError', message: 'expected 409 to be 412\nat' }] },
    { fact: 'A three', errors: [onlyLocal('tenant.faults')] },
    { fact: 'A four', errors: [onlyLocal(likeliestFormWasTold)] },
    { fact: 'A five', errors: [onlyLocal(likeliestFormWasTold), onlyLocal('tenant.meter')] },
  ]);
  expect(facts.map(({ fact, verdict, why }) => [fact, verdict, why])).toEqual([
    ['A five', 'not told', `takes ${likeliestFormWasTold}`],
    ['A four', 'held in its likeliest form', ''],
    ['A one', 'held', ''],
    ['A three', 'not told', 'takes tenant.faults'],
    ['A two', 'did not hold', 'expected 409 to be 412'],
  ]);
  const page = liveReport(facts, { subject: 'a site', at: new Date('2026-11-23T09:00:00Z') });
  expect(page).toContain('On 2026-11-23: 1 held, 1 held in its likeliest form, 1 did not hold, 2');
  expect(page).toContain('| A two | did not hold | expected 409 to be 412 |');
});

test('without every setting there is no live run, and with them only when it is one', () => {
  expect(missingLiveSettings({})).toHaveLength(8);
  const all = Object.fromEntries(missingLiveSettings({}).map((name) => [name, 'x']));
  expect(missingLiveSettings({ ...all, CONTRACT_LIVE_SITE_ID: '' })).toEqual([
    'CONTRACT_LIVE_SITE_ID',
  ]);
  expect(readLiveSettings(all)?.tenantId).toBe('x');
  expect(settingsOfLiveRun(all)).toBeUndefined();
  expect(settingsOfLiveRun({ ...all, CONTRACT_LIVE_RUN: 'yes' })?.siteId).toBe('x');
});
