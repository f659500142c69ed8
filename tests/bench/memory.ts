import { readdir, readFile } from 'node:fs/promises';
import { benchLine, type Bench } from './benchLine';

/** How long the started product is left alone before it is looked at: caches fill, garbage goes. */
const settleMs = 5_000;

/** What a started product holds in memory: `npm start` on the sample organisation, with PostgreSQL. */
export const memory: Bench = {
  lines: ['start.rss'],
  async *run(_wanted, sample) {
    let kilobytes = 0;
    await sample.get(async (processId) => {
      await new Promise((resolve) => setTimeout(resolve, settleMs));
      const held = await Promise.all((await processTree(processId)).map(kilobytesHeld));
      kilobytes = held.reduce((sum, one) => sum + one, 0);
    });
    if (kilobytes === 0) throw new Error('This system does not say what a process holds.');
    yield benchLine('start.rss', kilobytes / 1024, 'MB');
  },
};

/** A process and all that it started. */
export async function processTree(root: number): Promise<number[]> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    // The name of a process may hold blanks and brackets; its parent's id stands after the last one.
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const tree = [root];
  for (const member of tree) {
    for (const [child, parent] of parents) if (parent === member) tree.push(child);
  }
  return tree;
}

/**
 * The proportional set size: memory that several processes share counts once in their sum, which
 * matters for PostgreSQL. A process that ended in between holds nothing.
 */
export async function kilobytesHeld(processId: number): Promise<number> {
  const rollup = await readFile(`/proc/${processId}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0);
}
