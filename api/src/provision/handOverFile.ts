import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { CommandWrong } from './commandWrong';
import { handOver, type HandOver } from './handOver';

/** The hand-over in a file, or undefined where there is no such file yet. */
export function readHandOver(path: string): HandOver | undefined {
  if (!existsSync(path)) return undefined;
  const read = handOver.safeParse(jsonOf(path));
  if (read.success) return read.data;
  const lines = read.error.issues.map((issue) => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : undefined;
    const where = issue.path.join('.') || 'the file';
    return `  ${where} ${unknown === undefined ? issue.message : `holds ${unknown}, which is not known`}`;
  });
  throw new CommandWrong(`${path} is not a hand-over of Last Mile:\n${lines.join('\n')}`);
}

/** Replaces the file in one go, so that an interruption leaves the old one or the new one. */
export function writeHandOver(path: string, content: HandOver): void {
  const whole = handOver.parse(content);
  writeFileSync(`${path}.new`, `${JSON.stringify(whole, null, 2)}\n`);
  renameSync(`${path}.new`, path);
}

function jsonOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch (error) {
    throw new CommandWrong(`${path} cannot be read as JSON: ${String(error)}`);
  }
}
