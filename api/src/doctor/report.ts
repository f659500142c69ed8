import type { Finding, Result } from './finding';

/** 0: all in order. 1: there is a problem. 2: no problem is known, but something is not known. */
export function exitCode(results: readonly Result[]): 0 | 1 | 2 {
  if (results.some(({ finding }) => finding.state === 'problem')) return 1;
  return results.some(({ finding }) => finding.state === 'couldNotCheck') ? 2 : 0;
}

/** For machines; `at` is when it was looked at. */
export function toJson(results: readonly Result[], at: Date): string {
  const lines = results.map(({ id, title, finding }) => ({ id, title, ...finding }));
  return JSON.stringify(
    { at: at.toISOString(), exitCode: exitCode(results), results: lines },
    null,
    2,
  );
}

const marks: Readonly<Record<Finding['state'], string>> = {
  ok: 'ok      ',
  problem: 'PROBLEM ',
  couldNotCheck: 'unknown ',
};

/** For people: a line for each check, and under what is not in order why it matters and what to do. */
export function toText(results: readonly Result[]): string {
  const width = Math.max(0, ...results.map(({ title }) => title.length));
  const lines = results.flatMap(({ title, finding }, index) => {
    const line = `${marks[finding.state]} ${title.padEnd(width)}  ${finding.found}`;
    if (finding.state === 'ok') return [line];
    const next = results[index + 1]?.finding;
    const follows = next !== undefined && next.state !== 'ok' && next.toDo === finding.toDo;
    const indent = ' '.repeat(marks.ok.length + 1);
    // What several checks in a row ask for is said once, under the last of them.
    const toDo = follows ? [] : [`${indent}Do:  ${finding.toDo}`];
    const why = follows && next.why === finding.why ? [] : [`${indent}Why: ${finding.why}`];
    return [line, ...why, ...toDo];
  });
  return `${lines.join('\n')}\n\n${summary(results)}`;
}

function summary(results: readonly Result[]): string {
  const count = (state: Finding['state']) =>
    results.filter(({ finding }) => finding.state === state).length;
  const [problems, unknown] = [count('problem'), count('couldNotCheck')];
  if (problems + unknown === 0) return `Everything is in order (checks: ${results.length}).`;
  return [
    `${results.length} ${results.length === 1 ? 'check' : 'checks'}: ${count('ok')} in order`,
    `${problems} ${problems === 1 ? 'problem' : 'problems'}`,
    `${unknown} not known`,
  ].join(', ');
}
