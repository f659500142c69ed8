import type { SampleFolder } from '../setup/sampleFolder';

/** One measured figure, printed as one JSON object a line; names stay the same across changes. */
export interface BenchLine {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the same run measured beside it, for a ratio that travels between machines. */
  readonly peer?: string;
  readonly peerValue?: number;
  /** `value ÷ peerValue`. */
  readonly ratio?: number;
  /** The aim's number: of the ratio or of the value, as docs/benchmarks.md says for each line. */
  readonly limit?: number;
}

/** A file of the bench: the lines it can print, and how they are measured. */
export interface Bench {
  readonly lines: readonly string[];
  /** Measures at least the wanted lines, each as soon as it is known, or throws and says why it could not. */
  run(wanted: readonly string[], sample: SampleFolder): AsyncIterable<BenchLine>;
}

interface Aim {
  readonly of: 'value' | 'ratio';
  readonly is: 'atLeast' | 'atMost';
  readonly limit: number;
}

/** The aims of design section 7 for the lines there are so far. */
const aims: Readonly<Record<string, Aim>> = {
  'api.library.read': { of: 'ratio', is: 'atLeast', limit: 0.6 },
  'api.library.read.p99': { of: 'value', is: 'atMost', limit: 25 },
  'api.feedback.post': { of: 'ratio', is: 'atLeast', limit: 0.6 },
  'api.feedback.post.p99': { of: 'value', is: 'atMost', limit: 25 },
  'dashboard.900.p95': { of: 'value', is: 'atMost', limit: 20 },
  'dashboard.200k.p95': { of: 'value', is: 'atMost', limit: 50 },
  'dashboard.graphCalls': { of: 'value', is: 'atMost', limit: 0 },
  'ingest.events': { of: 'ratio', is: 'atLeast', limit: 0.25 },
  'ingest.late': { of: 'value', is: 'atMost', limit: 1 },
  'rollups.12m.build': { of: 'ratio', is: 'atMost', limit: 5 },
  'report28.200k.cold': { of: 'value', is: 'atMost', limit: 2 },
  'search.10k.p95': { of: 'value', is: 'atMost', limit: 16 },
  'search.recall10': { of: 'value', is: 'atLeast', limit: 0.95 },
  'library.page.p95': { of: 'value', is: 'atMost', limit: 10 },
  'import.10k.units': { of: 'ratio', is: 'atMost', limit: 1.1 },
  'feedback.unitsEach': { of: 'value', is: 'atMost', limit: 2.2 },
  'feedback.outage.p99': { of: 'value', is: 'atMost', limit: 50 },
  'feedback.lost': { of: 'value', is: 'atMost', limit: 0 },
  'feedback.duplicated': { of: 'value', is: 'atMost', limit: 0 },
  'start.rss': { of: 'value', is: 'atMost', limit: 400 },
  'pane.js': { of: 'value', is: 'atMost', limit: 185 },
  'pane.js.first': { of: 'value', is: 'atMost', limit: 265 },
  'tab.js': { of: 'value', is: 'atMost', limit: 280 },
  'events.js': { of: 'value', is: 'atMost', limit: 20 },
  'onsend.1mb.p95': { of: 'value', is: 'atMost', limit: 100 },
  'insert.p95': { of: 'value', is: 'atMost', limit: 100 },
  'pane.usable': { of: 'ratio', is: 'atMost', limit: 1.3 },
  'pane.usable.cold': { of: 'ratio', is: 'atMost', limit: 2 },
  'tab.usable': { of: 'ratio', is: 'atMost', limit: 1.3 },
  'tab.usable.cold': { of: 'ratio', is: 'atMost', limit: 2 },
};

/** A line with its ratio and limit worked out. */
export function benchLine(
  name: string,
  value: number,
  unit: string,
  peer?: { readonly name: string; readonly value: number },
): BenchLine {
  const aim = aims[name];
  return {
    name,
    value: rounded(value),
    unit,
    ...(peer
      ? { peer: peer.name, peerValue: rounded(peer.value), ratio: rounded(value / peer.value) }
      : {}),
    ...(aim ? { limit: aim.limit } : {}),
  };
}

/** What to say of a line that misses its aim; undefined when it keeps it or has none. */
export function missedAim(line: BenchLine): string | undefined {
  const aim = aims[line.name];
  const measured = aim?.of === 'ratio' ? line.ratio : line.value;
  if (aim === undefined || measured === undefined) return undefined;
  const kept = aim.is === 'atLeast' ? measured >= aim.limit : measured <= aim.limit;
  if (kept) return undefined;
  const wish = `${aim.is === 'atLeast' ? 'at least' : 'at most'} ${aim.limit}`;
  return `${line.name}: its ${aim.of} is ${measured}, the aim is ${wish}`;
}

/** The middle one of several runs, so that one disturbed run does not count. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  const lower = sorted[sorted.length % 2 === 0 ? middle - 1 : middle];
  if (upper === undefined || lower === undefined) throw new Error('There is nothing to measure.');
  return (lower + upper) / 2;
}

/** Three significant figures: more would claim an accuracy no run has. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
