import type { ClientConfig } from '@last-mile/shared/client';
import { loadTheme } from '@last-mile/shared/ui';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { languageChoice } from './app/language';
import { openAhead } from './app/openAhead';
import { OutsideTeams } from './app/OutsideTeams';
import { goTo, toRoute } from './app/routes';
import type { SignIn } from './app/signIn';
import type { TeamsHost } from './app/teamsHost';
import { TeamsTab } from './app/TeamsTab';

/** What the first script has begun (`start.ts`). */
export interface Begun {
  readonly config: ClientConfig;
  /** The host and the sign-in in it; null outside one. Never rejects. */
  readonly connecting: Promise<{ readonly host: TeamsHost; readonly signIn: SignIn } | null>;
  /** Hands over what was asked of the API already. */
  readonly fetch: typeof fetch;
}

/** Opens the tab in its place: the deep link, then the person. The page's own opening stays until then. */
export async function openTab(place: HTMLElement, begun: Begun): Promise<void> {
  const { config, connecting, fetch } = begun;
  let host: TeamsHost | null = null;
  const root = createRoot(place, {
    // What no page could catch: the host shows its own way to reload the tab.
    onUncaughtError: (error) =>
      host?.failed(error instanceof Error ? error.message : String(error)),
  });
  languageChoice.expect(navigator.language);
  const connected = await connecting;
  const speaking = languageChoice.choose(connected?.host.locale ?? navigator.language);
  if (connected === null) {
    await speaking;
    root.render(<OutsideTeams nonce={config.styleNonce} />);
    return;
  }
  const { signIn } = connected;
  ({ host } = connected);
  host.appLoaded();
  const linked = toRoute(host.subPageId);
  if (linked !== undefined && window.location.hash === '') goTo(linked);
  const opened = await openAhead({
    host,
    config,
    signIn,
    storage: localStorageIfAny(),
    now: Date.now,
    fetch,
  });
  await Promise.all([speaking, loadTheme(host.theme.get())]);
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
