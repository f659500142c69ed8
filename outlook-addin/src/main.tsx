import { EmptyState, HostThemeProvider } from '@last-mile/shared/ui';
import { readClientConfig, type ClientConfig } from '@last-mile/shared/client';
import type { TabAddress } from '@last-mile/shared/feedback';
import { createRoot, type Root } from 'react-dom/client';
import { languageChoice } from './app/language';
import { connectToOutlook } from './app/officeHost';
import { openAhead } from './app/openAhead';
import { createPaneQueryClient, type PaneDoors } from './app/paneQueries';
import { paneTexts } from './app/paneTexts';
import { createSignIn } from './app/signIn';
import { TaskPane } from './app/TaskPane';
import { createSnapshotStore } from './features/library/snapshotStore';

const place = document.getElementById('root');
if (place === null) throw new Error('The page has no place for the pane.');
void start(createRoot(place), readSettings());

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

/** The page's own opening stays until there is something to show: React draws once. */
async function start(root: Root, config: ClientConfig | null) {
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
  const doors: PaneDoors = {
    connect: connectToOutlook,
    createSignIn: (host) => createSignIn({ config, nestedAppAuth: host.nestedAppAuth }),
    snapshots: createSnapshotStore(globalThis.indexedDB),
    storage: globalThis.localStorage,
    tab: tabOf(config),
  };
  await openAhead(queries, doors);
  root.render(<TaskPane nonce={config.styleNonce} queries={queries} doors={doors} />);
}
