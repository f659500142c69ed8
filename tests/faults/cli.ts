import { createSampleFolder } from '../setup/sampleFolder';
import { runFeedback } from './feedbackRun';
import { isRight, runInstances } from './instancesRun';

/**
 * `npm run test:faults`: 20,000 submissions from 50 callers, for about five minutes, while everything
 * behind the API breaks; four hundred are answered meanwhile, and their reporters told. Then, for about
 * five minutes, the same and more on two instances of which one dies every few seconds. Prints the
 * figures as JSON; ends with 1 where something was lost or doubled.
 */
const sample = createSampleFolder();
try {
  const report = await runFeedback(await sample.get(), {
    submissions: 20_000,
    callers: 50,
    overMs: 300_000,
    seed: 11,
    everyMs: 4_000,
    awayMs: 15_000,
    // As many as make SharePoint take 3,125 items a minute; a smaller tenant takes longer.
    licences: 100_000,
    deliverWithinMs: 15 * 60_000,
    answers: 400,
    tellWithinMs: 5 * 60_000,
  });
  console.log(JSON.stringify(report, undefined, 2));
  const { lost, duplicated, strange, parked, chains } = report;
  const wrong = [lost, duplicated, strange, parked, chains.doubled, chains.missing, chains.astray];
  if (wrong.some((count) => count > 0)) process.exitCode = 1;

  const two = await runInstances(await sample.get(), {
    ...{ submissions: 6_000, callers: 50, overMs: 300_000, seed: 12, killEveryMs: 4_000 },
    ...{ licences: 100_000, answers: 200, voters: 300 },
    ...{ deliverWithinMs: 15 * 60_000, tellWithinMs: 5 * 60_000 },
  });
  console.log(JSON.stringify({ twoInstances: two }, undefined, 2));
  if (!isRight(two)) process.exitCode = 1;
} finally {
  await sample.discard();
}
