import type { LibraryContent, LibraryItem } from '@last-mile/shared/library';

type Said = Pick<LibraryContent, 'kind' | 'title' | 'body'>;

/** Whether one of the items says the same under the same title. */
export function createTextLookUp(items: readonly LibraryItem[]): (said: Said) => boolean {
  const titled = new Map<string, LibraryContent[]>();
  for (const { content } of items) {
    const known = titled.get(content.title);
    if (known) known.push(content);
    else titled.set(content.title, [content]);
  }
  return ({ kind, title, body }) =>
    titled.get(title)?.some((item) => item.kind === kind && item.body === body) ?? false;
}
