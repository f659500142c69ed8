import { createStore, del, get, set, type UseStore } from 'idb-keyval';

/**
 * Drafts on this device, in IndexedDB. A page that goes does not wait for IndexedDB: what is not written
 * by then is left in local storage, which is written at once, and is taken up at the next opening.
 */

let store: UseStore | undefined;
const drafts = () => (store ??= createStore('last-mile-drafts', 'drafts'));
const leftAt = (key: string) => `last-mile-draft ${key}`;

/** Local storage; a browser may refuse it to a page in a frame. */
function locally<T>(work: (storage: Storage) => T): T | undefined {
  try {
    return work(localStorage);
  } catch {
    return undefined;
  }
}

function forgetLeft(key: string): void {
  locally((storage) => {
    storage.removeItem(leftAt(key));
  });
}

/** The newest of each draft, until it is written. */
const unwritten = new Map<string, object>();
const writing = new Set<string>();

/** Keeps a draft. Where the browser keeps nothing, it is gone with the page. */
export function keepDraft(key: string, draft: object): void {
  unwritten.set(key, draft);
  if (!writing.has(key)) void write(key);
}

/** The draft kept under `key`, or undefined where there is none or the browser keeps nothing. */
export async function readDraft(key: string): Promise<object | undefined> {
  const waiting = unwritten.get(key) ?? leftBehind(key);
  if (waiting === undefined) return get<object>(key, drafts()).catch(() => undefined);
  keepDraft(key, waiting);
  return waiting;
}

/** Forgets the draft, also where the browser kept nothing. */
export async function discardDraft(key: string): Promise<void> {
  unwritten.delete(key);
  forgetLeft(key);
  await del(key, drafts()).catch(() => undefined);
}

/** One write at a time: of what is typed meanwhile, only the newest is written. */
async function write(key: string): Promise<void> {
  writing.add(key);
  try {
    for (let draft = unwritten.get(key); draft !== undefined; draft = unwritten.get(key)) {
      await set(key, draft, drafts());
      forgetLeft(key);
      if (unwritten.get(key) === draft) unwritten.delete(key);
    }
  } catch {
    // It stays unwritten: the next word, or leaving the page, tries again.
  } finally {
    writing.delete(key);
  }
}

const leftBehind = (key: string) =>
  locally((storage) => {
    const left = storage.getItem(leftAt(key));
    return left === null ? undefined : (JSON.parse(left) as object);
  });

globalThis.addEventListener('pagehide', () => {
  for (const [key, draft] of unwritten) {
    locally((storage) => {
      storage.setItem(leftAt(key), JSON.stringify(draft));
    });
  }
});
