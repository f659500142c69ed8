import { readClientConfig, type ClientConfig } from '@last-mile/shared/client';
import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { OutsideTeams } from './app/OutsideTeams';
import { goTo, toRoute } from './app/routes';
import { createSignIn } from './app/signIn';
import { connectToTeams, type TeamsHost } from './app/teamsHost';
import { TeamsTab } from './app/TeamsTab';

let host: TeamsHost | null = null;

// Nothing shows without a token, so MSAL comes while the host is still answering.
const msal = import('./app/msal');
msal.catch(() => undefined);

/** Starts the tab: settings, host, deep link, then the person. */
async function start(root: Root, config: ClientConfig) {
  host = await connectToTeams(config.hostOrigins);
  if (host === null) {
    root.render(<OutsideTeams nonce={config.styleNonce} />);
    return;
  }
  const linked = toRoute(host.subPageId);
  if (linked !== undefined && window.location.hash === '') goTo(linked);
  const signIn = createSignIn({ config, host, loadMsal: () => msal });
  root.render(
    <StrictMode>
      <TeamsTab host={host} config={config} signIn={signIn} />
    </StrictMode>,
  );
}

const place = document.getElementById('root');
if (place === null) throw new Error('The page has no #root.');
const root = createRoot(place, {
  // What no page could catch: the host shows its own way to reload the tab.
  onUncaughtError: (error) => host?.failed(error instanceof Error ? error.message : String(error)),
});
void start(root, readClientConfig(document));
