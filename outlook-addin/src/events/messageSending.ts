import { addToRing, readRing, ringName } from '@last-mile/shared/observation-ring';
import {
  findLeftovers,
  leftoverAlert,
  observationOf,
  readOwnText,
  type Leftover,
} from '@last-mile/shared/on-send';
import { after, createOfficeCalls } from './officeCalls';
import { newKey } from './newKey';
import { readDraft } from './readDraft';

/** Outlook has this long to hand over the draft; then the check, and what is left is for keeping. */
const readWithinMs = 350;
/** A mail is held up no longer than this for what we want to keep of it. */
const keepWithinMs = 100;

/** The ribbon button whose pane the alert opens, as both manifests call it. */
const paneCommand = 'templatesButton';

/**
 * What is to be said before the mail goes: null to let it go. Where it goes, the observation of the
 * draft has been put into the person's roaming settings, if these answered in time.
 */
export async function checkDraft(
  now: () => Date,
): Promise<Office.SmartAlertsEventCompletedOptions | null> {
  const draft = await readDraft(readWithinMs);
  const { session, body, recipients } = draft;
  const putIn = session.fills.reduce<readonly string[]>(
    (all, { paragraphs }) => all.concat(paragraphs ?? []),
    [],
  );
  const own = readOwnText(body ?? { type: 'text', content: '' }, putIn);
  const leftovers = findLeftovers({
    subject: draft.subject ?? '',
    own,
    recipients: recipients ?? [],
    attachments: draft.attachments,
    // Without the recipients nobody can say which client is another one.
    fills: recipients === null ? [] : session.fills,
  });
  if (leftovers.length > 0) return alertOf(leftovers);

  const lines = body === null ? null : own.lines;
  const sent = { key: session.key ?? newKey(), at: now() };
  const observation = observationOf(session, { lines }, sent);
  await Promise.race([keep(observation), after(keepWithinMs)]);
  return null;
}

async function keep(observation: ReturnType<typeof observationOf>): Promise<void> {
  const settings = Office.context.roamingSettings;
  settings.set(ringName, addToRing(readRing(settings.get(ringName)), observation));
  await createOfficeCalls(keepWithinMs)<unknown>((done) => {
    settings.saveAsync(done);
  });
}

function alertOf(leftovers: readonly Leftover[]): Office.SmartAlertsEventCompletedOptions {
  const { message, action } = leftoverAlert(leftovers, Office.context.displayLanguage);
  const alert = { allowEvent: false, errorMessage: message };
  // Mailbox 1.14: a button that opens the pane, which says the same beside the message.
  if (!Office.context.requirements.isSetSupported('Mailbox', '1.14')) return alert;
  const contextData = JSON.stringify({ alert: message });
  return Object.assign(alert, { cancelLabel: action, commandId: paneCommand, contextData });
}
