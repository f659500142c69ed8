import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSampleFolder, type SampleFolder } from '../setup/sampleFolder';
import { runFeedback } from './feedbackRun';
import { runInstances } from './instancesRun';

let sample: SampleFolder;
beforeAll(() => {
  sample = createSampleFolder();
});
afterAll(() => sample.discard());

/** The short form of `npm run test:faults`: the same troubles, for seconds instead of minutes. */
test(
  'what was acknowledged is in the list once, whatever was killed, throttled, dropped or away',
  { timeout: 300_000 },
  async () => {
    const report = await runFeedback(await sample.get(), {
      submissions: 1_000,
      callers: 50,
      overMs: 8_000,
      seed: 7,
      everyMs: 1_000,
      awayMs: 2_000,
      licences: 100_000,
      deliverWithinMs: 120_000,
      answers: 12,
      tellWithinMs: 60_000,
    });

    expect(report).toMatchObject({
      ...{ submitted: 1_000, lost: 0, duplicated: 0, strange: 0, parked: 0 },
    });
    expect(report.chains).toEqual({
      expected: report.chains.expected,
      visibleOnce: report.chains.expected,
      ...{ doubled: 0, missing: 0, astray: 0 },
    });
    // A run in which nothing went wrong would prove nothing.
    expect(report.trouble.killed).toBeGreaterThan(0);
    expect(report.sentAgain).toBeGreaterThan(0);
    expect(report.acknowledged).toBeGreaterThan(900);
    expect(report.chains.expected).toBe(12);
  },
);

/** The short form of the second part of `npm run test:faults`. */
test(
  'of two instances one is killed every few seconds, and nothing is lost, doubled or told twice',
  { timeout: 300_000 },
  async () => {
    const report = await runInstances(await sample.get(), {
      ...{ submissions: 300, callers: 20, overMs: 10_000, seed: 5, killEveryMs: 2_000 },
      ...{ licences: 100_000, answers: 8, voters: 20 },
      ...{ deliverWithinMs: 120_000, tellWithinMs: 90_000 },
    });

    expect(report).toMatchObject({
      ...{ submitted: 300, lost: 0, duplicated: 0, strange: 0, parked: 0 },
    });
    expect(report.chains).toEqual({
      ...{ expected: 8, visibleOnce: 8, doubled: 0, missing: 0, astray: 0 },
    });
    const { acknowledged, ...counted } = report.use;
    expect(counted).toEqual({ events: acknowledged, rolledUp: acknowledged });
    expect(report.votes.shown).toBe(report.votes.expected);
    expect(report.edits.inHistory).toEqual(report.edits.acknowledged);
    // A run in which nobody died would prove nothing.
    expect(report.killed).toBeGreaterThan(1);
    expect(report.edits.acknowledged.length).toBeGreaterThan(1);
    expect(acknowledged).toBeGreaterThan(0);
  },
);
