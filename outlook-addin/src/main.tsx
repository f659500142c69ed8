import { EmptyState, HostThemeProvider, loadTheme } from '@last-mile/shared/ui';
import type { ClientConfig } from '@last-mile/shared/client';
import type { TabAddress } from '@last-mile/shared/feedback';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { drawFetched } from './app/drawFetched';
import type { FirstFetch } from './app/firstFetch';
import { localStorageIfAny } from './app/keptChoices';
import { languageChoice } from './app/language';
import { connectToOutlook, type OfficeHost } from './app/officeHost';
import { openAhead } from './app/openAhead';
import { painted } from './app/painted';
import { createPaneQueryClient, type PaneDoors } from './app/paneQueries';
import { paneTexts } from './app/paneTexts';
import type { SignIn } from './app/signIn';
import { TaskPane } from './app/TaskPane';
import type { DrawnRows } from './features/library/drawFirstRows';
import { createSnapshotStore } from './features/library/snapshotStore';

/** What the first script has begun (`start.ts`). */
export interface Started {
  /** Null where the page has no settings. */
  readonly config: ClientConfig | null;
  readonly connecting: Promise<OfficeHost>;
  /** The kept rows, once they are drawn; null where there are none. Never rejects. */
  readonly drawing: Promise<DrawnRows | null>;
  /** What is fetched where nothing is kept; null where nothing is. Never rejects. */
  readonly fetching: Promise<FirstFetch | null>;
  readonly createSignIn: (host: OfficeHost) => SignIn;
  /** Hands over what was asked of the API already. */
  readonly fetch: typeof fetch;
}

/** Opens the pane in its place. The page's own opening, or its first rows, stay until React draws, once. */
export async function openPane(place: HTMLElement, started: Started): Promise<void> {
  const root = createRoot(place);
  const { config, connecting, drawing, createSignIn, fetch } = started;
  languageChoice.expect(navigator.language);
  if (config === null) {
    await languageChoice.choose(navigator.language);
    root.render(
      <HostThemeProvider theme="default" nonce={null}>
        <EmptyState heading="h1" title={paneTexts.noSettings}>
          {paneTexts.noSettingsText}
        </EmptyState>
      </HostThemeProvider>,
    );
    return;
  }
  const queries = createPaneQueryClient();
  let connected: Promise<OfficeHost> | null = connecting;
  let fetching: Promise<FirstFetch | null> | null = started.fetching;
  let drawn: DrawnRows | null = null;
  const doors: PaneDoors = {
    connect() {
      const host = connected ?? connectToOutlook();
      // Asked again after a failure, it is asked anew.
      connected = null;
      return host;
    },
    createSignIn,
    fetch,
    async takeFetched(account) {
      const fetched = await fetching;
      fetching = null;
      return fetched?.account === account ? fetched.snapshot : null;
    },
    snapshots: createSnapshotStore(globalThis.indexedDB),
    storage: localStorageIfAny(),
    tab: tabOf(config),
    takeBegun() {
      const begun = drawn?.begun() ?? null;
      drawn = null;
      return begun;
    },
  };
  const opened = await openAhead(queries, doors);
  drawn = await drawing;
  if (opened !== null) await loadTheme(opened.host.theme());
  if (drawn === null && opened !== null) {
    drawn = (await (await started.fetching)?.drawing) ?? drawFetched(place, opened);
    if (drawn !== null) await painted();
  }
  await drawn?.atRest();
  // In one step with what was begun in the rows: no key can be pressed in between.
  flushSync(() => {
    root.render(<TaskPane nonce={config.styleNonce} queries={queries} doors={doors} />);
  });
}

function tabOf({ teamsAppId, tenantId }: ClientConfig): TabAddress | null {
  return teamsAppId === null ? null : { teamsAppId, tenantId, publicOrigin: location.origin };
}
