import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod/mini';
import { ApiProblem, createApiClient, libraryClient } from '@last-mile/shared/client';
import { laterContent, type LibraryContent } from '@last-mile/shared/library';
import { localSiteId } from '../../api/local-tenant/localTenant';
import type { Deployment } from '../setup/deployment';
import { graphOf } from './heldFeedback';
import { untilItPasses } from './untilItPasses';

/** An item that somebody writes and changes over and over. */
export interface EditedItem {
  readonly clientKey: string;
  /** Its texts in the order in which they were acknowledged. */
  readonly bodies: readonly string[];
}

const lookAgainMs = 200;

/**
 * Writes a draft and changes it while it is not `isOver`, each time as it stands: after an answer that
 * was lost the item is looked at before the same change is made again.
 */
export async function editItem(
  origin: string,
  ownerToken: string,
  isOver: () => boolean,
  signal: AbortSignal,
): Promise<EditedItem> {
  const accessToken = () => Promise.resolve(ownerToken);
  const api = libraryClient(createApiClient({ origin, accessToken }));
  const clientKey = randomUUID();
  const bodies = ['Summarise the notes (0).'];
  const content = textOf(bodies[0] ?? '');
  await untilItPasses(() => api.createDraft({ clientKey, content }), signal);

  async function bringTo(body: string): Promise<void> {
    for (;;) {
      const item = await untilItPasses(() => api.libraryItem(clientKey, signal), signal);
      if (item.content.body === body) return;
      if (item.eTag === null) {
        await delay(lookAgainMs, undefined, { signal });
        continue;
      }
      const edit = { eTag: item.eTag, content: textOf(body) };
      try {
        await untilItPasses(() => api.editItem(clientKey, edit), signal);
        return;
      } catch (error) {
        // By the same change, whose answer was lost, or because the item is only just delivered.
        if (!(error instanceof ApiProblem && (error.status === 409 || error.status === 412))) {
          throw error;
        }
      }
    }
  }

  while (!isOver()) {
    const body = `Summarise the notes (${bodies.length}).`;
    await bringTo(body);
    bodies.push(body);
  }
  return { clientKey, bodies };
}

function textOf(body: string): LibraryContent {
  return {
    ...{ kind: 'prompt', title: 'Changed over and over', purpose: '', body, subject: null },
    ...{ jobFamilies: [], taskKey: null, assistant: 'Copilot Chat', language: 'en-GB', tags: [] },
    ...{ checkBeforeTrusting: '', ...laterContent },
  };
}

const listItems = z.array(z.object({ id: z.string() }));
const versions = z.array(z.object({ fields: z.object({ Body: z.optional(z.string()) }) }));

/** The texts that SharePoint's history of the item holds, the earliest first. */
export async function bodiesInHistory(
  { tenant }: Deployment,
  clientKey: string,
): Promise<(string | undefined)[]> {
  const graph = graphOf(tenant);
  const list = `/sites/${localSiteId}/lists/Library/items`;
  const items = listItems.parse(
    await graph.getAll(`${list}?$filter=fields/ClientKey eq '${clientKey}'&$select=id`),
  );
  const [item] = items;
  if (items.length !== 1 || !item)
    throw new Error(`SharePoint has the item ${items.length} times.`);
  const found = versions.parse(await graph.getAll(`${list}/${item.id}/versions?$expand=fields`));
  return found.map(({ fields }) => fields.Body).reverse();
}
