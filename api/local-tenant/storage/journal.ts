import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Mutation } from './mutations';
import { snapshotOf } from './snapshot';
import { applyMutation, createTenantState, type TenantState } from './tenantState';

/** The one way to change the tenant: what `commit` returned from is kept, whatever happens next. */
export interface TenantJournal {
  readonly state: TenantState;
  commit(mutation: Mutation): void;
  close(): void;
}

const format = 1;
const snapshotFile = 'tenant.jsonl';
const journalFile = (generation: number) => `journal.${generation}.jsonl`;

export function createMemoryJournal(): TenantJournal {
  const state = createTenantState();
  return {
    state,
    commit(mutation) {
      applyMutation(state, mutation);
    },
    close() {
      // Nothing is kept, so nothing has to be let go.
    },
  };
}

/**
 * Opens the tenant kept in `folder`: one snapshot and the journal of what came after it. Each mutation
 * is one line given to the operating system before it is answered, so kill -9 loses nothing that was
 * answered; a torn last line was never answered and is cut off. Opening compacts: the snapshot is
 * renamed into place with the number of its journal, so a crash at any step leaves one readable pair.
 */
export function openJournal(folder: string): TenantJournal {
  mkdirSync(folder, { recursive: true });
  const state = createTenantState();
  const before = replaySnapshot(folder, state);
  const replayed = replayJournal(join(folder, journalFile(before)), state);
  const generation = replayed > 0 ? compact(folder, state, before + 1) : before;
  const file = openSync(join(folder, journalFile(generation)), 'a');
  for (const name of readdirSync(folder)) {
    if (/^journal\.\d+\.jsonl$/.test(name) && name !== journalFile(generation)) {
      rmSync(join(folder, name));
    }
  }
  return {
    state,
    commit(mutation) {
      const line = Buffer.from(`${JSON.stringify(mutation)}\n`);
      for (let written = 0; written < line.length;) written += writeSync(file, line, written);
      applyMutation(state, mutation);
    },
    close() {
      closeSync(file);
    },
  };
}

function replaySnapshot(folder: string, state: TenantState): number {
  const path = join(folder, snapshotFile);
  if (!existsSync(path)) return 0;
  const [header, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const { format: found, generation } = JSON.parse(header ?? '{}') as {
    format?: number;
    generation?: number;
  };
  if (found === undefined || generation === undefined) {
    throw new Error(`${path} is not a local tenant's snapshot`);
  }
  if (found > format) {
    throw new Error(`${path} was written by a newer version (format ${found}, known: ${format})`);
  }
  for (const line of lines) applyMutation(state, JSON.parse(line) as Mutation);
  return generation;
}

function replayJournal(path: string, state: TenantState): number {
  if (!existsSync(path)) return 0;
  const bytes = readFileSync(path);
  const whole = bytes.lastIndexOf('\n') + 1;
  if (whole < bytes.length) truncateSync(path, whole);
  const lines = bytes.subarray(0, whole).toString('utf8').split('\n');
  lines.pop();
  for (const line of lines) applyMutation(state, JSON.parse(line) as Mutation);
  return lines.length;
}

function compact(folder: string, state: TenantState, generation: number): number {
  const draft = join(folder, `${snapshotFile}.draft`);
  const file = openSync(draft, 'w');
  writeSync(file, `${JSON.stringify({ format, generation })}\n`);
  let lines: string[] = [];
  const flush = () => {
    if (lines.length === 0) return;
    const bytes = Buffer.from(`${lines.join('\n')}\n`);
    for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
    lines = [];
  };
  for (const mutation of snapshotOf(state)) {
    lines.push(JSON.stringify(mutation));
    if (lines.length === 1000) flush();
  }
  flush();
  fsyncSync(file);
  closeSync(file);
  renameSync(draft, join(folder, snapshotFile));
  return generation;
}
