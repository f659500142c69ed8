import { accountChoiceOf } from './app/accountChoice';
import { createKeptChoices, localStorageIfAny } from './app/keptChoices';
import { connectToOutlook, type OfficeHost } from './app/officeHost';
import { drawFirstRows, type DrawnRows } from './features/library/drawFirstRows';
import { createFirstRows } from './features/library/firstRows';

/**
 * The pane's first script (decision 0049): small, so that it asks Outlook whose mailbox it is while the
 * pane itself is on its way, and draws the rows this device kept for that person.
 */

/** Longest that the pane itself waits for the kept rows: an Outlook that takes longer is waited for with it. */
const patienceMs = 25;

const storage = localStorageIfAny();
const place = document.getElementById('root');
if (place === null) throw new Error('The page has no place for the pane.');
void start(place, connectToOutlook());

async function start(root: HTMLElement, connecting: Promise<OfficeHost>) {
  const drawing = drawKept(root, connecting).catch(() => null);
  if (storage !== undefined && storage.length > 0) {
    await Promise.race([drawing.then(painted), after(patienceMs)]);
  }
  const { openPane } = await import('./main');
  void openPane(root, { connecting, drawing });
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

/** Resolves when what was drawn is on the screen. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
