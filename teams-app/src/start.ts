import {
  createRequestsAhead,
  patiently,
  readClientConfig,
  reloadIfOutdated,
} from '@last-mile/shared/client';
import { answersKey } from './app/answersKey';
import { createSignIn } from './app/signIn';
import { connectToTeams } from './app/teamsHost';

/**
 * The tab's first script (decision 0058): small, so that the host is asked who is there, and Entra and the
 * API after it, while the tab itself is on its way. The tab is evaluated while others are busy.
 */

/** Longest that the tab waits for each of them: who takes longer is waited for together with it. */
const patienceMs = 50;

// A part of this release that is not on the server any more: the newer one takes its place, and what was
// typed is kept on the device.
window.addEventListener('vite:preloadError', () => void reloadIfOutdated());

const place = document.getElementById('root');
if (place === null) throw new Error('The page has no #root.');
void start(place);

async function start(root: HTMLElement) {
  const config = readClientConfig(document);
  const ahead = createRequestsAhead();
  const connecting = connectToTeams(config.hostOrigins).then((host) => {
    if (host === null) return null;
    const signIn = createSignIn({
      config,
      host,
      loadMsal: () => import('./app/msal'),
      onOtherAccount: () => {
        window.location.reload();
      },
    });
    return { host, signIn };
  });
  // What this device kept is shown once the host has named the person: nothing is waited for before that.
  if (!keepsAnswers()) {
    const asking = connecting.then(async (connected) => {
      // A failure is for who asks again: the tab, which shows it.
      if (connected !== null) ahead.send('/api/me', await connected.signIn.accessToken());
    });
    await patiently(patienceMs, [connecting, asking]);
  }
  const { openTab } = await import('./main');
  void openTab(root, { config, connecting, fetch: ahead.fetch });
}

/** A browser that blocks storage in frames throws at the mention of it. */
function keepsAnswers(): boolean {
  try {
    return window.localStorage.getItem(answersKey) !== null;
  } catch {
    return false;
  }
}
