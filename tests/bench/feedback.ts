import { runFeedback } from '../faults/feedbackRun';
import { feedbackCost } from '../faults/feedbackCost';
import { benchLine, type Bench } from './benchLine';

/** Enough of a tenant that SharePoint's limits do not decide how long a run takes. */
const licences = 100_000;

/** What a piece of feedback costs at SharePoint, and what becomes of it while everything breaks. */
export const feedback: Bench = {
  lines: ['feedback.unitsEach', 'feedback.outage.p99', 'feedback.lost', 'feedback.duplicated'],
  async *run(wanted, sample) {
    const folder = await sample.get();
    if (wanted.includes('feedback.unitsEach')) {
      const cost = await feedbackCost(
        folder,
        { submissions: 1_000, callers: 50, overMs: 20_000, seed: 3 },
        licences,
      );
      console.error(`feedback.unitsEach: ${JSON.stringify(cost.byPath)}`);
      yield benchLine('feedback.unitsEach', cost.unitsEach, 'units', {
        name: 'the least possible: one create each',
        value: 2,
      });
    }
    if (!wanted.some((line) => line !== 'feedback.unitsEach')) return;
    const report = await runFeedback(folder, {
      ...{ submissions: 4_000, callers: 50, overMs: 60_000, seed: 5 },
      ...{ everyMs: 3_000, awayMs: 8_000, licences, deliverWithinMs: 10 * 60_000 },
      ...{ answers: 100, tellWithinMs: 5 * 60_000 },
    });
    console.error(`feedback: ${JSON.stringify(report)}`);
    if (report.awayP99 === null) throw new Error('SharePoint was never away.');
    yield benchLine('feedback.outage.p99', report.awayP99, 'ms');
    yield benchLine('feedback.lost', report.lost, 'items');
    yield benchLine('feedback.duplicated', report.duplicated, 'items');
  },
};
