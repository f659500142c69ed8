import { readClientConfig, type ClientConfig } from '@last-mile/shared/client';
import { accountChoiceOf } from './app/accountChoice';
import { createKeptChoices, localStorageIfAny } from './app/keptChoices';
import { connectToOutlook, type OfficeHost } from './app/officeHost';
import { painted } from './app/painted';
import { createLateSignIn, createNestedClient, createSignIn, type SignIn } from './app/signIn';
import { drawFirstRows, type DrawnRows } from './features/library/drawFirstRows';
import { createFirstRows } from './features/library/firstRows';

/**
 * The pane's first script (decision 0049): small, so that it asks Outlook whose mailbox it is while the
 * pane itself is on its way. Then it draws the rows this device kept for that person, or where there are
 * none, asks for a token. The pane itself is evaluated while others are busy.
 */

/** Longest that the pane itself waits for that: an Outlook that takes longer is waited for together with it. */
const patienceMs = 25;

const storage = localStorageIfAny();
const place = document.getElementById('root');
if (place === null) throw new Error('The page has no place for the pane.');
void start(place, connectToOutlook());

async function start(root: HTMLElement, connecting: Promise<OfficeHost>) {
  const config = readSettings();
  const { signInOf, bridged } = createOneSignIn(config);
  const drawing = drawKept(root, connecting).catch(() => null);
  const begun = drawing.then(async (drawn) => {
    if (drawn !== null) return painted();
    const host = await connecting;
    // What comes of it is asked for again by the pane, and shown there.
    signInOf(host)
      .silently()
      .catch(() => undefined);
    return bridged;
  });
  await Promise.race([begun.catch(() => undefined), after(patienceMs)]);
  const { openPane } = await import('./main');
  void openPane(root, { config, connecting, drawing, createSignIn: signInOf });
}

function readSettings(): ClientConfig | null {
  try {
    return readClientConfig(document);
  } catch {
    return null;
  }
}

/** One sign-in for this script and the pane; `bridged` resolves when MSAL has its bridge to Outlook. */
function createOneSignIn(config: ClientConfig | null) {
  let signIn: SignIn | undefined;
  let tellBridged: () => void = () => undefined;
  const bridged = new Promise<void>((resolve) => {
    tellBridged = resolve;
  });
  return {
    bridged,
    signInOf: ({ nestedAppAuth }: OfficeHost): SignIn => {
      if (config === null) throw new Error('The page has no settings.');
      // Without a bridge MSAL would fall back in silence to pop-up windows, which Outlook blocks.
      if (!nestedAppAuth) tellBridged();
      return (signIn ??= nestedAppAuth
        ? createSignIn({
            config,
            createClient: (settings) => createNestedClient(settings).finally(tellBridged),
          })
        : createLateSignIn(loadDialogSignIn));
    },
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

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
