import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startVitest } from 'vitest/node';
import { judge, liveReport, type LiveResult } from './liveReport';
import { liveRunVariable, missingLiveSettings, readLiveSettings } from './liveSettings';

/**
 * `npm run contract:live [file]`: tells the conformance facts to a real tenant and writes which held.
 * Only facts about lists, items, permissions and people: nothing that would flood a tenant or write
 * outside the scratch site.
 */
const files = [
  'lists',
  'items',
  'paging',
  'delta',
  'concurrency',
  'batch',
  'permissions',
  'directory',
];
const root = fileURLToPath(new URL('../../..', import.meta.url));
const [output = 'contract-live.md'] = process.argv.slice(2);

const settings = readLiveSettings(process.env);
if (settings === undefined) {
  console.error(
    `A real tenant is needed, and a scratch site in it. Missing: ${missingLiveSettings(process.env).join(', ')}.`,
  );
  process.exitCode = 2;
} else {
  const subject =
    settings.rehearsal === undefined
      ? `the site ${settings.siteId}`
      : 'the local tenant (a rehearsal, no real tenant)';
  const results = await runFacts();
  const facts = judge(results);
  writeFileSync(output, liveReport(facts, { subject, at: new Date() }));
  const wrong = facts.filter(({ verdict }) => verdict === 'did not hold');
  for (const { fact, why } of wrong) console.error(`did not hold: ${fact}: ${why}`);
  console.log(`${facts.length} facts, ${wrong.length} did not hold. Written to ${output}.`);
  process.exitCode = facts.length === 0 || wrong.length > 0 ? 1 : 0;
}

async function runFacts(): Promise<LiveResult[]> {
  process.env[liveRunVariable] = 'yes';
  const vitest = await startVitest('test', [], {
    root,
    config: false,
    watch: false,
    include: files.map((name) => `tests/contract/${name}.test.ts`),
    environment: 'node',
    reporters: [{}],
    // One after the other: a real tenant counts requests, and two lists cannot share a title.
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  });
  const results = vitest.state.getTestModules().flatMap((module) =>
    [...module.children.allTests()].map((test) => ({
      fact: test.name,
      errors: (test.result().errors ?? []).map(({ name, message }) => ({
        name: name ?? 'Error',
        message,
      })),
    })),
  );
  await vitest.close();
  return results;
}
