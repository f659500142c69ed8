import { readClientConfig, reloadIfOutdated, type ClientConfig } from '@last-mile/shared/client';
import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { languageChoice } from './app/language';
import { openAhead } from './app/openAhead';
import { OutsideTeams } from './app/OutsideTeams';
import { goTo, toRoute } from './app/routes';
import { createSignIn } from './app/signIn';
import { connectToTeams, type TeamsHost } from './app/teamsHost';
import { TeamsTab } from './app/TeamsTab';

let host: TeamsHost | null = null;

/** Starts the tab: settings, host, deep link, then the person. The page's own opening stays until then. */
async function start(root: Root, config: ClientConfig) {
  languageChoice.expect(navigator.language);
  host = await connectToTeams(config.hostOrigins);
  const speaking = languageChoice.choose(host?.locale ?? navigator.language);
  if (host === null) {
    await speaking;
    root.render(<OutsideTeams nonce={config.styleNonce} />);
    return;
  }
  host.appLoaded();
  const linked = toRoute(host.subPageId);
  if (linked !== undefined && window.location.hash === '') goTo(linked);
  const signIn = createSignIn({
    config,
    host,
    loadMsal: () => import('./app/msal'),
    onOtherAccount: () => {
      window.location.reload();
    },
  });
  const opened = await openAhead({
    host,
    config,
    signIn,
    storage: localStorageIfAny(),
    now: Date.now,
  });
  await speaking;
  root.render(
    <StrictMode>
      <TeamsTab host={host} config={config} signIn={signIn} opened={opened} />
    </StrictMode>,
  );
}

/** A browser that blocks storage in frames throws at the mention of it. */
function localStorageIfAny(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

// A part of this release that is not on the server any more: the newer one takes its place, and what was
// typed is kept on the device.
window.addEventListener('vite:preloadError', () => void reloadIfOutdated());

const place = document.getElementById('root');
if (place === null) throw new Error('The page has no #root.');
const root = createRoot(place, {
  // What no page could catch: the host shows its own way to reload the tab.
  onUncaughtError: (error) => host?.failed(error instanceof Error ? error.message : String(error)),
});
void start(root, readClientConfig(document));
