import { createFirstScreenClient, SignInRequired } from '@last-mile/shared/client';
import { loadTheme } from '@last-mile/shared/ui';
import type { DrawnRows } from '../features/library/drawFirstRows';
import { fetchSnapshot, type LibrarySnapshot } from '../features/library/librarySnapshot';
import { drawFetched } from './drawFetched';
import type { KeptChoices } from './keptChoices';
import { languageChoice } from './language';
import type { OfficeHost } from './officeHost';
import { painted } from './painted';
import type { SignIn } from './signIn';

/** The library of a first opening, which is fetched and drawn before the pane itself is there. */
export interface FirstFetch {
  readonly account: string;
  /** Fails as it would for the pane, which shows that; null where Entra names somebody else meanwhile. */
  readonly snapshot: Promise<LibrarySnapshot | null>;
  /** Its first rows, once they are on the screen; null where they cannot be the first. Never rejects. */
  readonly drawing: Promise<DrawnRows | null>;
}

export interface FirstFetchOptions {
  readonly host: OfficeHost;
  readonly choices: KeptChoices;
  readonly signIn: SignIn;
  readonly account: string;
  readonly fetch: typeof fetch;
}

/**
 * Fetches and draws without React and Fluent's components, which take most of the pane's evaluation
 * (decision 0062). Answers are read with their schemas, as ever.
 */
export function fetchFirst(place: HTMLElement, options: FirstFetchOptions): FirstFetch {
  const { host, choices, signIn, account } = options;
  let isOther = false;
  const client = createFirstScreenClient({
    async accessToken(challenge) {
      const signedIn = await signIn.silently(challenge);
      if (signedIn.account === account) return signedIn.accessToken;
      isOther = true;
      throw new SignInRequired('Another person is signed in now.');
    },
    fetch: options.fetch,
  });
  const snapshot = fetchSnapshot(client, () => new Date()).catch((error: unknown) => {
    if (isOther) return null;
    throw error;
  });
  const draw = async () => {
    const speaking = languageChoice.choose(host.displayLanguage);
    const fetched = await snapshot;
    await Promise.all([speaking, loadTheme(host.theme())]);
    if (fetched === null) return null;
    const drawn = drawFetched(place, { host, choices, account, snapshot: fetched });
    if (drawn !== null) await painted();
    return drawn;
  };
  return { account, snapshot, drawing: draw().catch(() => null) };
}
