import type { LibrarySnapshot } from './librarySnapshot';

/** Names of tasks by key; '' for none, or one that is no longer mapped. */
export function taskNameIn(snapshot: LibrarySnapshot) {
  const names = new Map(snapshot.workflows.map(({ clientKey, task }) => [clientKey, task]));
  return (key: string | null) => (key === null ? '' : (names.get(key) ?? ''));
}
