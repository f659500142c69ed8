import {
  createRequestsAhead,
  patiently,
  readClientConfig,
  type ClientConfig,
} from '@last-mile/shared/client';
import { accountChoiceOf } from './app/accountChoice';
import { createKeptChoices, localStorageIfAny } from './app/keptChoices';
import { connectToOutlook, type OfficeHost } from './app/officeHost';
import { painted } from './app/painted';
import { createLateSignIn, createSignIn, type SignIn } from './app/signIn';
import type { FirstFetch } from './app/firstFetch';
import { drawFirstRows, type DrawnRows } from './features/library/drawFirstRows';
import { createFirstRows } from './features/library/firstRows';

/**
 * The pane's first script (decision 0049): small, so that it asks Outlook whose mailbox it is while the
 * pane itself is on its way. Then it draws the rows this device kept for that person, or where there are
 * none, asks for a token and with it for the library, and has its first rows drawn from the answer
 * (decision 0062). The pane itself is evaluated while others are busy.
 */

/** Longest that the pane itself waits for each of these: who takes longer is waited for together with it. */
const patienceMs = 50;

/** What a first opening shows, as the pane asks for it. */
const firstAsked = ['/api/library?status=published', '/api/workflows', '/api/me'];

const storage = localStorageIfAny();
const place = document.getElementById('root');
if (place === null) throw new Error('The page has no place for the pane.');
void start(place, connectToOutlook());

async function start(root: HTMLElement, connecting: Promise<OfficeHost>) {
  const config = readSettings();
  const signInOf = createOneSignIn(config);
  const ahead = createRequestsAhead();
  const drawing = drawKept(root, connecting).catch(() => null);
  const asking = drawing.then(async (drawn) => {
    if (drawn !== null) return painted();
    // What comes of it is asked for again by the pane, and shown there.
    const { accessToken } = await signInOf(await connecting).silently();
    for (const path of firstAsked) ahead.send(path, accessToken);
  });
  const fetching = asking.then(async (): Promise<FirstFetch | null> => {
    const host = await connecting;
    if ((await drawing) !== null || host.currentReading() !== null) return null;
    const choices = createKeptChoices(host.partition, storage);
    // Whose account is known may have a library on this device, which is read sooner.
    if (choices.get(await accountChoiceOf(host.mailbox?.emailAddress ?? null)) !== null)
      return null;
    const signIn = signInOf(host);
    const [{ fetchFirst }, { account }] = await Promise.all([
      import('./app/firstFetch'),
      signIn.silently(),
    ]);
    return fetchFirst(root, { host, choices, signIn, account, fetch: ahead.fetch });
  });
  await patiently(patienceMs, [
    drawing,
    asking,
    fetching,
    fetching.then((first) => first?.drawing),
  ]);
  const { openPane } = await import('./main');
  void openPane(root, {
    config,
    connecting,
    drawing,
    fetching: fetching.catch(() => null),
    createSignIn: signInOf,
    fetch: ahead.fetch,
  });
}

function readSettings(): ClientConfig | null {
  try {
    return readClientConfig(document);
  } catch {
    return null;
  }
}

/** One sign-in for this script and the pane. */
function createOneSignIn(config: ClientConfig | null) {
  let signIn: SignIn | undefined;
  return ({ nestedAppAuth }: OfficeHost): SignIn => {
    if (config === null) throw new Error('The page has no settings.');
    // Without a bridge MSAL would fall back in silence to pop-up windows, which Outlook blocks.
    return (signIn ??= nestedAppAuth
      ? createSignIn({ config })
      : createLateSignIn(loadDialogSignIn));
  };
}

async function loadDialogSignIn() {
  const { createDialogSignIn } = await import('./app/dialogSignIn');
  return createDialogSignIn();
}

/** Null where nothing is kept for the person whose mailbox it is. */
async function drawKept(
  root: HTMLElement,
  connecting: Promise<OfficeHost>,
): Promise<DrawnRows | null> {
  const host = await connecting;
  const choices = createKeptChoices(host.partition, storage);
  const account = choices.get(await accountChoiceOf(host.mailbox?.emailAddress ?? null));
  if (account === null) return null;
  const mode = host.currentReading() === null ? 'writing' : 'reading';
  const drawn = { displayLanguage: host.displayLanguage, theme: host.theme() };
  const rows = createFirstRows(choices, account).read(mode, drawn);
  return rows === null ? null : drawFirstRows(root, rows);
}
