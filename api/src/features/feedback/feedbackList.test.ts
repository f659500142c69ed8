import fc from 'fast-check';
import { expect, test } from 'vitest';
import { feedbackOutcomes, feedbackStates } from '@last-mile/shared/feedback';
import { feedbackFields, feedbackList, toFeedback, type FeedbackRecord } from './feedbackList';

const key = fc.uuid();
const moment = fc
  .date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z') })
  .filter((date) => !Number.isNaN(date.getTime()))
  .map((date) => date.toISOString());
const words = fc.string({ minLength: 1, maxLength: 60 }).filter((text) => text.trim() === text);

const record: fc.Arbitrary<FeedbackRecord> = fc.record({
  kind: fc.constant('suggestion' as const),
  reason: fc.constant(null),
  reachedClient: fc.boolean(),
  about: fc.oneof(
    fc.constant({ type: 'tool' as const }),
    key.map((workflowKey) => ({ type: 'workflow' as const, workflowKey })),
    fc
      .tuple(
        key,
        words.filter((text) => text !== ''),
      )
      .map(([workflowKey, stepKey]) => ({
        ...{ type: 'workflow' as const, workflowKey, stepKey },
      })),
  ),
  output: fc.option(words.filter((text) => text !== '')),
  caseConsent: fc.boolean(),
  text: words.filter((text) => text !== ''),
  reporter: key,
  named: fc.boolean(),
  surface: fc.constantFrom('teams' as const, 'outlook' as const),
  state: fc.constantFrom(...feedbackStates),
  submittedAt: moment,
  dueOn: moment.map((at) => at.slice(0, 10)),
  programmeKey: fc.option(key),
  reporterProgrammeKey: fc.option(key),
  reporterMark: fc.option(key),
  respondedAt: fc.option(moment),
  closedAt: fc.option(moment),
  outcome: fc.option(fc.constantFrom(...feedbackOutcomes)),
  outcomeReference: fc.option(words.filter((text) => text !== '')),
  outcomeKey: fc.option(key),
  outcomeVersion: fc.option(fc.nat(50)),
  mergedInto: fc.option(key),
  helped: fc.option(fc.boolean()),
  helpedWords: fc.option(words.filter((text) => text !== '')),
  assignedTo: fc.option(key),
  outcomeNote: fc.option(words.filter((text) => text !== '')),
  awaitsItem: fc.option(key),
  awaitsAfter: fc.option(fc.nat(50)),
  vendorSentOn: fc.option(moment.map((at) => at.slice(0, 10))),
  vendorAnswer: fc.option(words.filter((text) => text !== '')),
  reopened: fc.nat(9),
  answerDueOn: fc.option(moment.map((at) => at.slice(0, 10))),
  heldBack: fc.boolean(),
});

test('what is written to the list is read from it again', () => {
  fc.assert(
    fc.property(record, (written) => {
      expect(toFeedback(feedbackFields(written), '2020-01-01T00:00:00Z')).toEqual(written);
    }),
  );
});

test('every column that is written is one of the list', () => {
  const columns = new Set(feedbackList.columns.map(({ name }) => name));
  fc.assert(
    fc.property(record, (written) => {
      expect(Object.keys(feedbackFields(written)).filter((name) => !columns.has(name))).toEqual([]);
    }),
    { numRuns: 5 },
  );
});

test('what was emptied or mistyped by hand is read as unknown', () => {
  const unknown = {
    respondedAt: null,
    closedAt: null,
    outcome: null,
    outcomeReference: null,
    mergedInto: null,
    helped: null,
  };
  const mistyped = {
    RespondedAt: 'last week',
    ClosedAt: 7,
    Outcome: 'Prompt adjusted',
    OutcomeReference: '  ',
    MergedInto: '',
    Helped: 'maybe',
  };
  expect(toFeedback({}, '2026-11-23T11:00:00Z')).toMatchObject(unknown);
  expect(toFeedback(mistyped, '2026-11-23T11:00:00Z')).toMatchObject(unknown);
});
