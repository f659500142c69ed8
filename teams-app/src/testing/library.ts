import {
  laterContent,
  noFacets,
  type LibraryItem,
  type LibraryResponse,
  type LibraryShelves,
} from '@last-mile/shared/library';
import type { Workflow } from '@last-mile/shared/workflows';

export const task: Workflow = {
  clientKey: '00000000-0000-4000-8000-000000000900',
  task: 'Draft a client email',
  jobFamily: 'advisory',
  purpose: '',
  steps: [],
};

/** A published prompt; `change` makes it another item. */
export function libraryItem(
  change: Partial<Omit<LibraryItem, 'content'>> & {
    content?: Partial<LibraryItem['content']>;
  } = {},
): LibraryItem {
  return {
    clientKey: '00000000-0000-4000-8000-000000000001',
    status: 'published',
    author: { userId: 'author', name: 'Mara Lindqvist' },
    importedBy: null,
    sourceUrl: null,
    provenance: { origin: 'written', sessionKey: null },
    sharedFrom: null,
    copiedFrom: null,
    owner: null,
    translationOf: null,
    basedOn: null,
    originalVersion: null,
    originalChanged: false,
    stale: false,
    reviewOn: '2999-01-31',
    modifiedAt: '2026-11-01T09:00:00Z',
    version: 3,
    eTag: '"e,3"',
    proposal: null,
    writers: [],
    editorIds: [],
    returned: null,
    ...change,
    content: {
      kind: 'prompt',
      title: 'Client update',
      purpose: 'Tells a client where their project stands.',
      body: 'Write to {{client}} about  two\r\n\tspaces.\n',
      subject: null,
      jobFamilies: ['advisory'],
      taskKey: task.clientKey,
      assistant: 'Copilot Chat',
      language: 'en',
      tags: [],
      checkBeforeTrusting: 'Dates and amounts.',
      ...laterContent,
      ...change.content,
    },
  };
}

/** A person who marked and used nothing yet. */
export const noShelves: LibraryShelves = { favourites: [], recent: [], worksInRole: [] };

export function libraryPage(
  items: readonly LibraryItem[],
  change: Partial<LibraryResponse> = {},
): LibraryResponse {
  return {
    items: [...items],
    total: items.length,
    cursor: null,
    asOf: '2026-11-23T09:00:00Z',
    words: [],
    facets: noFacets,
    ...change,
  };
}
