import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as z from 'zod/mini';
import { folderInMemory, lastingFolder } from './setup/memory';

/**
 * `npm test`: every check and every test, one line each for the checks, and at the end
 * `N passed, N failed`. A skipped test counts as failed: nothing is left out in silence.
 */

interface Check {
  readonly name: string;
  readonly command: readonly string[];
}

const script = (name: string): readonly string[] => ['npm', 'run', '--silent', name];

/** What tests need (builds) and what is soon known. */
const quickChecks: readonly Check[] = [
  { name: 'the tab builds', command: script('build:tab') },
  { name: 'the pane builds', command: script('build:pane') },
  { name: 'the API builds', command: script('build:api') },
  { name: 'formatting', command: script('check:format') },
  { name: 'boundaries', command: script('check:boundaries') },
  { name: 'types', command: script('check:types') },
  { name: 'dead code', command: script('check:dead-code') },
];

/** Takes longer than all of these, and one core: it runs beside them and ends beside the first tests. */
const longChecks: readonly Check[] = [{ name: 'lint', command: script('check:lint') }];

const reportFile = '.tsbuild/vitest-report.json';

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  numFailedTestSuites: z.number(),
  success: z.boolean(),
});

interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** Runs a command to its end; `show` passes its output through, else it is given back. */
function run(
  command: readonly string[],
  { show, environment }: { show: boolean; environment?: NodeJS.ProcessEnv },
) {
  const [program = '', ...rest] = command;
  const env = { ...process.env, ...environment };
  return new Promise<{ ok: boolean; output: string }>((resolve) => {
    const child = spawn(program, rest, {
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      env,
    });
    let output = '';
    const collect = (chunk: Buffer) => (output += chunk.toString());
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('error', (error) => {
      resolve({ ok: false, output: error.message });
    });
    child.once('close', (code) => {
      resolve({ ok: code === 0, output });
    });
  });
}

async function runChecks(checks: readonly Check[]): Promise<Tally> {
  let passed = 0;
  for (const check of checks) {
    const startedAt = performance.now();
    const { ok, output } = await run(check.command, { show: false });
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(`${ok ? '✓' : '✗'} ${check.name} (${seconds} s)`);
    if (ok) passed += 1;
    else console.log(output);
  }
  return { passed, failed: checks.length - passed };
}

async function runTests(): Promise<Tally> {
  await mkdir('.tsbuild', { recursive: true });
  await rm(reportFile, { force: true });
  const folder = await folderInMemory();
  // A terminal interrupts all programs of a run: the tests tidy up and end first, then this one does.
  process.once('SIGINT', () => undefined);
  const environment = folder && { TMPDIR: folder, [lastingFolder]: tmpdir() };
  const { ok } = await run(
    [
      'npx',
      'vitest',
      'run',
      '--config',
      '.config/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reportFile}`,
    ],
    { show: true, ...(environment && { environment }) },
  );
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  const text = await readFile(reportFile, 'utf8').catch(() => undefined);
  if (text === undefined) return { passed: 0, failed: 1 };
  const report = vitestReport.parse(JSON.parse(text));
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests;
  // A suite that broke before its first test, or an error outside any test, has no failed test.
  return { passed: report.numPassedTests, failed: failed === 0 && !ok ? 1 : failed };
}

const quick = runChecks(quickChecks);
const tallies = await Promise.all([quick, runChecks(longChecks), quick.then(runTests)]);
const total = tallies.reduce((sum, tally) => ({
  passed: sum.passed + tally.passed,
  failed: sum.failed + tally.failed,
}));
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
