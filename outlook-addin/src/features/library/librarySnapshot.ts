import * as z from 'zod/mini';
import type { PaneClient } from '@last-mile/shared/client';
import { libraryItem, type LibraryItem } from '@last-mile/shared/library';
import { meResponse } from '@last-mile/shared/programme';
import { instant } from '@last-mile/shared/text';
import { workflow } from '@last-mile/shared/workflows';

/** All that the pane shows, as it was at one moment: what is kept on the device for the next opening. */
export const librarySnapshot = z.object({
  me: meResponse,
  items: z.array(libraryItem),
  /** How many published items there are in all; more than `items` in a very large library. */
  total: z.number(),
  workflows: z.array(workflow),
  /** What the screen says it is as of: when the API last heard from SharePoint, or answered. */
  asOf: instant,
});
export type LibrarySnapshot = z.infer<typeof librarySnapshot>;

/** Most items kept on a device; a person never scrolls that far, and search finds them in the tab. */
const mostItems = 1_000;

/** Reads the published library for the signed-in person. A person in no programme gets none. */
export async function fetchSnapshot(
  client: Pick<PaneClient, 'me' | 'library' | 'workflows'>,
  now: () => Date,
  signal?: AbortSignal,
): Promise<LibrarySnapshot> {
  // Asked at once; a person in no programme is refused the rest, and that is no failure.
  const rest = Promise.all([readLibrary(client, signal), client.workflows(signal)]);
  rest.catch(() => undefined);
  const me = await client.me(signal);
  if (me.programme === null) {
    return { me, items: [], total: 0, workflows: [], asOf: now().toISOString() };
  }
  const [{ items, total, asOf }, { workflows }] = await rest;
  return { me, items, total, workflows, asOf: asOf ?? now().toISOString() };
}

async function readLibrary(client: Pick<PaneClient, 'library'>, signal?: AbortSignal) {
  const items = new Map<string, LibraryItem>();
  let page = await client.library({ status: 'published' }, signal);
  const { asOf } = page;
  for (;;) {
    for (const item of page.items) items.set(item.clientKey, item);
    if (page.cursor === null || items.size >= mostItems) break;
    page = await client.library({ status: 'published', cursor: page.cursor }, signal);
  }
  return { items: [...items.values()], total: Math.max(page.total, items.size), asOf };
}
