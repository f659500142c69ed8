import {
  flagReasons,
  type QueueQuery,
  type QueueView,
  type TriageAct,
} from '@last-mile/shared/feedback';

/** Which part of the queue is looked at, and in which order. What is left out is as usual. */
export type QueueSearch = Readonly<Omit<QueueQuery, 'after'>>;

/** What is open of the queue, as its address says. */
export interface QueuePlace {
  readonly search?: QueueSearch;
  /** Key of the open item. */
  readonly clientKey?: string;
  /** What is about to be done with it. */
  readonly act?: OpenAct;
}

/** An act that is chosen first, and then says more. */
export type OpenAct = Exclude<TriageAct['do'], 'unmerge'>;

/** The parts of the queue, the usual one first. */
export const viewsInOrder = [
  'open',
  'new',
  'due',
  'mine',
  'vendor',
  'done',
] as const satisfies readonly QueueView[];

const choices = {
  view: viewsInOrder,
  reason: [...flagReasons, 'suggestion'],
  about: ['libraryItem', 'aiOutput', 'tool', 'workflow'],
  sort: ['urgency', 'newest', 'voices'],
} as const satisfies { readonly [Name in keyof QueueSearch]: readonly QueueSearch[Name][] };

/** In the order in which they are offered. */
export const openActs: readonly OpenAct[] = [
  'takeUp',
  'close',
  'assign',
  'adjustPrompt',
  'sendToVendor',
  'merge',
  'holdBack',
  'share',
  'reopen',
];

/** Reads a place; what is none of ours is left out. */
export function readQueuePlace(key: string | undefined, written: URLSearchParams): QueuePlace {
  const search = readQueueSearch(written);
  const act = oneOf(openActs, written.get('act'));
  return {
    ...(Object.keys(search).length === 0 ? {} : { search }),
    ...(key === undefined || key === '' ? {} : { clientKey: key }),
    ...(act === undefined ? {} : { act }),
  };
}

function readQueueSearch(written: URLSearchParams): QueueSearch {
  const view = oneOf(choices.view, written.get('view'));
  const reason = oneOf(choices.reason, written.get('reason'));
  const about = oneOf(choices.about, written.get('about'));
  const sort = oneOf(choices.sort, written.get('sort'));
  const q = written.get('q') ?? '';
  return {
    ...(view === undefined ? {} : { view }),
    ...(reason === undefined ? {} : { reason }),
    ...(about === undefined ? {} : { about }),
    ...(sort === undefined ? {} : { sort }),
    ...(q === '' ? {} : { q }),
  };
}

/** Writes a place after `feedback/queue`, always in one order. */
export function writeQueuePlace({ search = {}, clientKey, act }: QueuePlace): string {
  const { view, reason, about, q, sort } = search;
  const wanted = Object.entries({ view, reason, about, q, sort, act }).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, value]],
  );
  const query = new URLSearchParams(wanted).toString();
  return `${clientKey === undefined ? '' : `/${clientKey}`}${query === '' ? '' : `?${query}`}`;
}

function oneOf<Value extends string>(values: readonly Value[], written: string | null) {
  return values.find((value) => value === written);
}
