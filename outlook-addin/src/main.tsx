import { EmptyState, HostThemeProvider } from '@last-mile/shared/ui';
import { readClientConfig, type ClientConfig } from '@last-mile/shared/client';
import { createRoot } from 'react-dom/client';
import { connectToOutlook } from './app/officeHost';
import { paneTexts } from './app/paneTexts';
import { TaskPane } from './app/TaskPane';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no place for the pane.');
createRoot(root).render(startPane(readSettings()));

function readSettings(): ClientConfig | null {
  try {
    return readClientConfig(document);
  } catch {
    return null;
  }
}

function startPane(config: ClientConfig | null) {
  if (config === null) {
    return (
      <HostThemeProvider theme="default" nonce={null}>
        <EmptyState heading="h1" title={paneTexts.noSettings}>
          {paneTexts.noSettingsText}
        </EmptyState>
      </HostThemeProvider>
    );
  }
  return <TaskPane config={config} connect={connectToOutlook} />;
}
