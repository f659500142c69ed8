import { EmptyState, HostThemeProvider } from '@last-mile/shared/ui';
import { readClientConfig, type ClientConfig } from '@last-mile/shared/client';
import type { TabAddress } from '@last-mile/shared/feedback';
import { createRoot } from 'react-dom/client';
import { languageChoice } from './app/language';
import { localStorageIfAny } from './app/keptChoices';
import { connectToOutlook, type OfficeHost } from './app/officeHost';
import { openAhead } from './app/openAhead';
import { createPaneQueryClient, type PaneDoors } from './app/paneQueries';
import { paneTexts } from './app/paneTexts';
import { createSignIn } from './app/signIn';
import { TaskPane } from './app/TaskPane';
import type { DrawnRows } from './features/library/drawFirstRows';
import { createSnapshotStore } from './features/library/snapshotStore';

/** What the first script has begun (`start.ts`). */
export interface Begun {
  readonly connecting: Promise<OfficeHost>;
  /** The kept rows, once they are drawn; null where there are none. Never rejects. */
  readonly drawing: Promise<DrawnRows | null>;
}

function readSettings(): ClientConfig | null {
  try {
    return readClientConfig(document);
  } catch {
    return null;
  }
}

function tabOf({ teamsAppId, tenantId }: ClientConfig): TabAddress | null {
  return teamsAppId === null ? null : { teamsAppId, tenantId, publicOrigin: location.origin };
}

/** Opens the pane. The page's own opening, or the kept rows, stay until there is more: React draws once. */
export async function openPane(place: HTMLElement, { connecting, drawing }: Begun): Promise<void> {
  const root = createRoot(place);
  const config = readSettings();
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
  let begun: Promise<OfficeHost> | null = connecting;
  let drawn: DrawnRows | null = null;
  const doors: PaneDoors = {
    connect() {
      const host = begun ?? connectToOutlook();
      // Asked again after a failure, it is asked anew.
      begun = null;
      return host;
    },
    createSignIn: (host) => createSignIn({ config, nestedAppAuth: host.nestedAppAuth }),
    snapshots: createSnapshotStore(globalThis.indexedDB),
    storage: localStorageIfAny(),
    tab: tabOf(config),
    takePressed: () => drawn?.takePressed() ?? null,
  };
  await openAhead(queries, doors);
  drawn = await drawing;
  root.render(<TaskPane nonce={config.styleNonce} queries={queries} doors={doors} />);
}
