import type { LibraryItem } from '@last-mile/shared/library';

/** For whom items are put in order. */
export interface Reader {
  /** Their job family; null where the programme knows of none. */
  readonly jobFamily: string | null;
  /** How many people of it used an item lately, of the items that enough did. */
  readonly usedBy: ReadonlyMap<string, number>;
}

/** What speaks for an item; each is a factor. A text that fits twice as well outweighs any one. */
const factors = {
  /** It names the reader's job family. */
  ownJobFamily: 1.5,
  /** It is for every job family. */
  everyJobFamily: 1.2,
  /** It serves a task that the programme has mapped. */
  mappedTask: 1.1,
  /** Each doubling of the people of the job family who use it. */
  doubledUse: 0.1,
  /** Its day of review has passed. */
  stale: 0.7,
  retired: 0.5,
} as const;

/** How well an item fits the reader's job family, task and use, and how fresh it is; 1 is neutral. */
export function fitOf({ clientKey, content, stale, status }: LibraryItem, reader: Reader): number {
  const { jobFamilies, taskKey } = content;
  const users = reader.usedBy.get(clientKey);
  let fit = users === undefined ? 1 : 1 + factors.doubledUse * Math.log2(users);
  if (jobFamilies.length === 0) fit *= factors.everyJobFamily;
  else if (reader.jobFamily !== null && jobFamilies.includes(reader.jobFamily)) {
    fit *= factors.ownJobFamily;
  }
  if (taskKey !== null) fit *= factors.mappedTask;
  if (stale) fit *= factors.stale;
  if (status === 'retired') fit *= factors.retired;
  return fit;
}
