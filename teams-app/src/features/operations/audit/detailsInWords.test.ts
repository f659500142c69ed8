import { describe, expect, test } from 'vitest';
import {
  auditDetails,
  auditedActs,
  auditedLooks,
  ownAuditActions,
  type AuditAction,
  type AuditDetails,
  type AuditedLook,
} from '@last-mile/shared/operations';
import { createFormats } from '../../../app/formats';
import { auditTexts } from './auditTexts';
import { auditGerman } from './auditTexts.de';
import { detailsInWords } from './detailsInWords';

const [amara, wei] = [
  '0a0a0a0a-0000-4000-8000-000000000001',
  '0a0a0a0a-0000-4000-8000-000000000002',
];
const names = new Map([
  [amara, 'Amara Okafor'],
  [wei, 'Wei Zhang'],
]);
const item = '5c0f1d0e-54a8-4c4f-9a3b-3f0f6f0f4a11';

/** What each act is written down with, and how it reads in English: '' for what has no details. */
const acts: Record<Exclude<AuditAction, AuditedLook>, [AuditDetails, string]> = {
  'programme.baselineFrozen': [
    { activeRate: 0.21951219512195122, draftingMinutes: 14.283333333333333 },
    'weekly active rate: 22% · drafting time: 14.3 mins',
  ],
  'programme.resultsFrozen': [
    { flagsPer100: 2.0408163265306123, redoRate: 'notEnoughData' },
    'flags per 100 uses: 2 · redo rate: not enough data',
  ],
  'roles.changed': [{ from: '', to: 'Champion Leader' }, 'to: Champion, Leader'],
  'deliveries.dropped': [{}, ''],
  'privacy.erased': [{}, ''],
  'library.draftRetired': [{}, ''],
  'library.sessionEnded': [{ entries: 3 }, 'entries: 3'],
  'deliveries.replayed': [{ replayed: 1204 }, 'tried again: 1,204'],
  'library.imported': [{ imported: 12, known: 3 }, 'new: 12 · known already: 3'],
  'library.copied': [
    { from: item, imported: 2, known: 0 },
    `from: ${item} · new: 2 · known already: 0`,
  ],
  'library.drafted': [{}, ''],
  'library.importRemoved': [{ removed: 11, kept: 1 }, 'removed: 11 · kept: 1'],
  'library.published': [{ version: 2 }, 'version: 2'],
  'library.retired': [{}, ''],
  'library.reinstated': [{}, ''],
  'library.renewed': [
    { version: 2, reviewOn: '2027-02-24' },
    'version: 2 · next review: 24 Feb 2027',
  ],
  'library.handedOver': [{ from: amara, to: wei }, 'from: Amara Okafor · to: Wei Zhang'],
  'library.sessionDrafted': [{ entries: 4 }, 'entries: 4'],
  'library.starterTaken': [{ added: 20, known: 0 }, 'new: 20 · known already: 0'],
  'programme.jobFamiliesMapped': [
    { jobTitles: 7, departments: 2 },
    'job titles: 7 · departments: 2',
  ],
  'programme.standardsRequired': [
    { required: 'goal personalData' },
    'required: says what to do, no personal data',
  ],
  'programme.calendarSet': [
    { workingDays: 'monday friday', holidays: 9, responseDays: 2, unsafeResponseDays: 1 },
    'working days: Monday, Friday · holidays: 9 · days to answer: 2 · days to answer what is unsafe: 1',
  ],
  'programme.librarySettingsSaved': [
    { reviewAfterDays: 90, sharesLibrary: true, librariesFrom: '', tagNames: 1 },
    'days until review: 90 · shares its library: yes · renamed tags: 1',
  ],
  'programme.draftDiscarded': [{}, ''],
  'programme.started': [{}, ''],
  'programme.planSaved': [
    { weeklyHours: 8, lighterHours: 2.5, budget: 4000, currency: 'EUR', answeredInTime: 0.9 },
    'hours a week: 8 · hours a week afterwards: 2.5 · budget: 4,000 · currency: EUR · answered in time: 90%',
  ],
  'programme.workMarked': [
    { line: 'peopleToCoach 2026-11-16 wentQuiet', mark: 'snoozed' },
    'line: people to coach, 16 Nov 2026, who went quiet · marked: put off',
  ],
  'programme.effortSaved': [{ week: '2026-11-09' }, 'week from: 9 Nov 2026'],
  'programme.ownerNamed': [{ from: amara, to: wei }, 'from: Amara Okafor · to: Wei Zhang'],
  'programme.ended': [{ how: 'handOver' }, 'how: handed over'],
  'adoption.usageUploaded': [
    { format: 'copilotReport', rows: 900, accepted: 850, known: 40, refused: 10 },
    'format: Copilot report · rows: 900 · taken: 850 · known already: 40 · refused: 10',
  ],
  'workflows.taskAdded': [{}, ''],
  'workflows.mapSaved': [{ steps: 5 }, 'steps: 5'],
  'workflows.toolDecided': [{}, ''],
  'checkpoint.decided': [{}, ''],
  'checkpoint.lookedBack': [{ day: 60, result: 'partly' }, 'at day: 60 · result: worked in part'],
  'practice.sessionPlanned': [{}, ''],
  'practice.sessionSaved': [{}, ''],
  'practice.sessionPlaced': [{}, ''],
  'practice.sessionCancelled': [{}, ''],
  'feedback.takenUp': [{ changeId: item }, ''],
  'feedback.assigned': [{ to: wei, changeId: item }, 'to: Wei Zhang'],
  'feedback.awaitsPrompt': [{ itemKey: item, changeId: item }, `item: ${item}`],
  'feedback.sentToVendor': [{ changeId: item }, ''],
  'feedback.closed': [{ outcome: 'promptAdjusted', changeId: item }, 'outcome: prompt adjusted'],
  'feedback.reopened': [{ changeId: item }, ''],
  'feedback.merged': [{ into: item, changeId: item }, `into: ${item}`],
  'feedback.unmerged': [{ changeId: item }, ''],
  'feedback.heldBack': [{ changeId: item }, ''],
  'feedback.shared': [{ changeId: item }, ''],
  'feedback.helped': [{ changeId: item }, ''],
  'feedback.didNotHelp': [{ changeId: item }, ''],
  'coaching.reachedOut': [{}, ''],
  'coaching.outcomeKept': [{}, ''],
  'case.made': [{ itemKey: item }, `item: ${item}`],
  'case.walked': [{ version: 3, outcome: 'failed' }, 'version: 3 · outcome: failed'],
  'case.retired': [{}, ''],
  'case.broughtBack': [{}, ''],
  'case.emptied': [{}, ''],
  'case.assistantChanged': [{ changedOn: '2026-11-20' }, 'on: 20 Nov 2026'],
  'privacy.exported': [{}, ''],
  'privacy.erasureAsked': [{ own: true }, 'one’s own: yes'],
};

const english = { formats: createFormats('en-GB'), names, texts: auditTexts };
const german = { formats: createFormats('de-DE'), names, texts: auditGerman };

describe('the details of an act', () => {
  test.each([...ownAuditActions, ...auditedActs])('%s are said in words', (action) => {
    const [details, said] = acts[action];
    expect(detailsInWords({ details }, english)).toBe(said);
  });

  test.each([...ownAuditActions, ...auditedActs])('%s are said in German', (action) => {
    const [details, said] = acts[action];
    const inGerman = detailsInWords({ details }, german);
    // A key is a key in every language; all else is neither as it is stored nor as it is in English.
    expect(inGerman).not.toMatch(/\d[.,]\d{5,}/);
    for (const name of Object.keys(details)) {
      if (name in auditDetails) expect(inGerman).not.toMatch(new RegExp(`\\b${name}:`));
    }
    const values = Object.values(details).flatMap((value) => String(value).split(' '));
    for (const value of values) {
      if (value in auditTexts.words) expect(inGerman.split(/[^\p{L}]+/u)).not.toContain(value);
    }
    expect(inGerman === '').toBe(said === '');
  });

  test('stay as they are where a newer API knows some that have no words here', () => {
    const details = { ofTomorrow: 'somethingNew', version: 4 };
    expect(detailsInWords({ details }, english)).toBe('ofTomorrow: somethingNew · version: 4');
  });

  test('are none of a look', () => {
    const looks = Object.keys(auditedLooks);
    expect(looks.filter((look) => look in acts)).toEqual([]);
  });

  test('are each in one of the acts above', () => {
    const shown = Object.values(acts).flatMap(([details]) => Object.keys(details));
    const missing = Object.keys(auditDetails).filter((name) => !shown.includes(name));
    expect(missing).toEqual(['keptShare']);
  });
});
