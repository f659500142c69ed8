import { createSampleFolder } from '../setup/sampleFolder';
import { apiLoad } from './apiLoad';
import { missedAim, type Bench } from './benchLine';
import { dashboard } from './dashboard';
import { feedback } from './feedback';
import { growth } from './growth';
import { ingest } from './ingest';
import { importUnits } from './importUnits';
import { insert } from './insert';
import { memory } from './memory';
import { onSend } from './onSend';
import { search } from './search/search';
import { sizes } from './sizes';
import { tenantBench } from './tenantBench';
import { usable } from './usable';

/** Load comes last: what it writes would disturb what is measured after it. */
const benches: readonly Bench[] = [
  ...[sizes, onSend, memory, tenantBench, usable, insert],
  ...[dashboard, search, importUnits, ingest, growth, feedback, apiLoad],
];

const asked = process.argv.slice(2);
const known = benches.flatMap(({ lines }) => lines);
const wanted = known.filter(
  (name) => asked.length === 0 || asked.some((start) => name.startsWith(start)),
);
const unknown = asked.filter((start) => !known.some((name) => name.startsWith(start)));
if (unknown.length > 0) {
  console.error(`No line starts with ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  process.exitCode = 2;
} else {
  await runAll();
}

/** Figures go to standard output; everything a person may want to know beside them to standard error. */
async function runAll(): Promise<void> {
  const sample = createSampleFolder();
  for (const bench of benches) {
    const lines = bench.lines.filter((name) => wanted.includes(name));
    if (lines.length === 0) continue;
    const missing = new Set(lines);
    try {
      for await (const line of bench.run(lines, sample)) {
        if (!lines.includes(line.name)) continue;
        missing.delete(line.name);
        console.log(JSON.stringify(line));
        const missed = missedAim(line);
        if (missed !== undefined) console.error(missed);
      }
    } catch (error) {
      console.error(`${[...missing].join(', ')}: not measured.`, error);
      process.exitCode = 1;
    }
  }
  await sample.discard();
}
