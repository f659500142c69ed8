/** A key of the right form that nothing has. */
export const unknownKey = '11111111-1111-4111-8111-111111111111';

const content = {
  ...{ kind: 'prompt', title: 'T', purpose: '', body: 'B', subject: null, jobFamilies: [] },
  ...{ taskKey: null, assistant: null, language: 'en', tags: [], checkBeforeTrusting: '' },
  ...{ stepKey: null, placeholders: [], exampleOutput: '', sources: [] },
};

/**
 * A body for each route that takes JSON, of the right form and about things that need not be there: to be
 * spoiled, or sent by somebody it is not for.
 */
export const goodRequests: Readonly<Record<string, () => Record<string, unknown>>> = {
  '/api/programme/job-families': () => ({
    eTag: '"x"',
    jobTitles: [{ name: 'Audit Senior', jobFamily: 'audit' }],
    departments: [],
  }),
  '/api/programme/standards': () => ({ eTag: '"x"', required: ['goal'] }),
  '/api/programme/working-calendar': () => ({
    ...{ eTag: '"x"', workingDays: ['monday'], responseDays: 3, unsafeResponseDays: 1 },
    holidays: [{ day: '2026-12-25', name: 'Christmas Day' }],
  }),
  '/api/programme/library': () => ({
    ...{ eTag: '"x"', reviewAfterDays: 90, sharesLibrary: true, librariesFrom: [unknownKey] },
  }),
  '/api/programme/plan': () => ({
    ...{
      eTag: '"x"',
      deputyIds: [unknownKey],
      sponsorId: unknownKey,
      weeklyHours: 8,
      lighterHours: 2,
    },
    budget: { amount: 100, currency: 'EUR' },
    targets: [{ metric: 'activeRate', value: 0.6, by: '2027-03-31' }],
  }),
  '/api/programme-drafts': () => ({
    clientKey: crypto.randomUUID(),
    eTag: null,
    draft: {
      ...{
        name: 'AI in audit',
        groupId: unknownKey,
        ownerId: unknownKey,
        deputyIds: [unknownKey],
        sponsorId: unknownKey,
      },
      ...{ weeklyHours: 8, lighterHours: 2.5, budget: { amount: 100, currency: 'EUR' } },
      ...{ startsOn: '2027-01-04', weeks: 8, timeZone: 'Europe/Berlin', workingDays: ['monday'] },
      holidays: [{ day: '2027-01-06', name: 'Epiphany' }],
      targets: [{ metric: 'activeRate', value: 0.6, by: '2027-03-31' }],
      jobFamilies: [{ id: 'audit', name: 'Audit' }],
    },
  }),
  '/api/programme-drafts/:clientKey/removal': () => ({ eTag: '"x"' }),
  '/api/programme-drafts/:clientKey/start': () => ({ eTag: '"x"' }),
  '/api/programme/week/marks': () => ({
    ...{ clientKey: crypto.randomUUID(), key: 'useDecays 2026-W46', mark: { as: 'done' } },
  }),
  '/api/programme/owner': () => ({ eTag: '"x"', ownerId: unknownKey }),
  '/api/programme/ending': () => ({
    ...{ eTag: '"x"', ending: { how: 'stop', reason: 'Enough' }, message: 'Thank you.' },
  }),
  '/api/programme/effort': () => ({
    ...{ eTag: null, week: '2026-11-02', hours: 7.5, spend: 100, note: 'Two sessions' },
  }),
  '/api/library/starter': () => ({ families: ['people-finance'] }),
  '/api/library/import': () => ({
    rows: [
      { row: 1, kind: 'prompt', title: 'T', purpose: '', body: 'B', author: '', sourceUrl: '' },
    ],
  }),
  '/api/library/import/likeness': () => ({ rows: [{ row: 1, text: 'B' }] }),
  '/api/library/lenders/:lenderKey/copies': () => ({
    ...{
      importKey: unknownKey,
      items: [{ clientKey: unknownKey, version: 1 }],
      tasks: [],
      jobFamilies: [],
    },
  }),
  '/api/library/imports/removal': () => ({ importKey: unknownKey }),
  '/api/library/drafts': () => ({ clientKey: crypto.randomUUID(), content, original: null }),
  '/api/library/:clientKey/content': () => ({ eTag: '"x"', content, originalVersion: 1 }),
  '/api/library/:clientKey/submission': () => ({ eTag: '"x"' }),
  '/api/library/:clientKey/return': () => ({ eTag: '"x"', note: 'Say for whom.' }),
  '/api/library/:clientKey/publication': () => ({ eTag: '"x"' }),
  '/api/library/:clientKey/renewal': () => ({ eTag: '"x"' }),
  '/api/library/owners': () => ({ from: 'x', ownerId: unknownKey }),
  '/api/library/:clientKey/owner': () => ({ eTag: '"x"', ownerId: unknownKey }),
  '/api/library/:clientKey/retirement': () => ({ eTag: '"x"' }),
  '/api/library/:clientKey/reinstatement': () => ({ eTag: '"x"' }),
  '/api/library/:clientKey/restoration': () => ({ eTag: '"x"', from: { approved: 1 } }),
  '/api/library/:clientKey/favourite': () => ({ favourite: true }),
  '/api/build-sessions': () => ({
    clientKey: crypto.randomUUID(),
    title: 'Friday session',
    jobFamily: null,
  }),
  '/api/build-sessions/:clientKey/entries': () => ({
    clientKey: crypto.randomUUID(),
    ...{ kind: 'prompt', title: 'T', body: 'B', purpose: '', taskKey: null },
  }),
  '/api/build-sessions/:clientKey/entries/:entryKey/vote': () => ({ vote: true }),
  '/api/build-sessions/:clientKey/closing': () => ({ closed: true }),
  '/api/build-sessions/:clientKey/drafts': () => ({ entries: [crypto.randomUUID()] }),
  '/api/feedback': () => ({
    clientKey: crypto.randomUUID(),
    kind: 'suggestion',
    reason: null,
    reachedClient: false,
    about: { type: 'tool' },
    text: 'Words',
    named: true,
    surface: 'teams',
  }),
  '/api/feedback/:clientKey/helped': () => ({
    ...{ clientKey: crypto.randomUUID(), helped: false, words: 'Still wrong' },
  }),
  '/api/suggestions/:clientKey/vote': () => ({ vote: true }),
  '/api/feedback/:clientKey/triage': () => ({
    eTag: '"x"',
    act: { do: 'assign', to: null },
  }),
  '/api/feedback/triage': () => ({
    items: [{ clientKey: unknownKey, eTag: '"x"' }],
    act: { do: 'takeUp', note: null },
  }),
  '/api/practice/sessions': () => ({
    ...{ clientKey: crypto.randomUUID(), eTag: null, jobFamily: null, title: 'T' },
    ...{ workflowKey: null, scenario: 'S', exercise: null },
    ...{ startsAt: '2026-12-01T09:00:00Z', minutes: 20 },
  }),
  '/api/practice/sessions/:clientKey/place': () => ({
    ...{ eTag: '"x"', place: { kind: 'existingMeeting', eventId: 'x' } },
  }),
  '/api/practice/sessions/:clientKey/cancellation': () => ({ eTag: '"x"' }),
  '/api/practice/check-ins': () => ({ clientKey: crypto.randomUUID(), sessionKey: unknownKey }),
  '/api/practice/practised': () => ({
    ...{ clientKey: crypto.randomUUID(), sessionKey: unknownKey, worked: 'Words' },
  }),
  '/api/workflows': () => ({
    ...{ clientKey: crypto.randomUUID(), task: 'T', jobFamily: 'audit', purpose: '' },
  }),
  '/api/workflows/timings': () => ({
    ...{ clientKey: crypto.randomUUID(), workflowKey: unknownKey, point: 'baseline' },
    steps: [{ stepKey: '1', minutes: 5 }],
  }),
  '/api/workflows/:clientKey/map': () => ({
    ...{ eTag: '"x"', task: 'T', jobFamily: 'audit', purpose: '', escalation: null },
    steps: [
      {
        ...{ id: '1', name: 'S', aiHelps: '', actor: null, tool: null, minutes: null },
        ...{ waitMinutes: null, frictions: [], sources: [], branches: false },
      },
    ],
    slot: { stepKey: '1', why: 'W' },
  }),
  '/api/workflows/:clientKey/tool': () => ({ eTag: '"x"', tool: 'T', why: 'W' }),
  '/api/checkpoints/decisions': () => ({
    ...{ clientKey: crypto.randomUUID(), day: 30, rule: null, change: 'Less of it' },
    ...{ ownerId: 'someone', dueOn: '2026-12-10' },
  }),
  '/api/checkpoints/decisions/:clientKey/look-back': () => ({
    ...{ eTag: '"x"', day: 60, result: 'worked', note: 'It did' },
  }),
  '/api/saved-time': () => ({
    ...{ clientKey: crypto.randomUUID(), month: '2026-11', use: 'learning' },
  }),
  '/api/cases': () => ({
    ...{ clientKey: crypto.randomUUID(), fromFeedback: unknownKey },
    ...{ input: 'Put in', wentWrong: 'Came out', mustHold: 'Must come out' },
  }),
  '/api/cases/:clientKey/retirement': () => ({ eTag: '"x"', reason: 'Too old' }),
  '/api/cases/:clientKey/walks': () => ({
    ...{ clientKey: crypto.randomUUID(), version: 1, outcome: 'held', note: 'Fine' },
  }),
  '/api/assistant-changes': () => ({
    ...{ clientKey: crypto.randomUUID(), assistant: 'Copilot Chat', changedOn: '2026-11-20' },
    what: 'A new model',
  }),
  '/api/feedback/:clientKey/case-consent': () => ({ consent: false }),
  '/api/events': () => ({
    events: [
      {
        clientKey: crypto.randomUUID(),
        kind: 'promptCopied',
        at: new Date().toISOString(),
        itemKey: unknownKey,
        version: 1,
        surface: 'teams',
      },
    ],
  }),
  '/api/coaching/choice': () => ({ optedOut: true }),
  '/api/coaching/outreach': () => ({
    ...{ clientKey: crypto.randomUUID(), userId: unknownKey, way: 'teamsChat' },
  }),
  '/api/coaching/outreach/:clientKey/outcome': () => ({
    ...{ eTag: '"x"', outcome: 'willTry', note: null },
  }),
  '/api/practice/tasks/:clientKey/helpers': () => ({ offering: true }),
  '/api/admin/deliveries/replay': () => ({ items: [{ list: 'Library', clientKey: unknownKey }] }),
  '/api/me/erasure': () => ({ clientKey: crypto.randomUUID() }),
  '/api/people/data': () => ({ userId: unknownKey }),
  '/api/people/erasure': () => ({ clientKey: crypto.randomUUID(), userId: unknownKey }),
};
