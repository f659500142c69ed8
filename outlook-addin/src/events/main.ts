import { rememberOpening } from './composeOpened';
import { checkDraft } from './messageSending';
import { after } from './officeCalls';

/**
 * Outlook's events, in one classic script: on the web, on Mac and in new Outlook beside Office.js on a
 * page, in classic Outlook for Windows alone in an engine without page, modules, storage or `onReady`.
 * Whatever goes wrong here lets the mail go, and every event is completed exactly once.
 */

interface OutlookEvent {
  completed(options?: Office.SmartAlertsEventCompletedOptions): void;
}

/** Longest a mail is held up, in milliseconds. */
const longestMs = 480;

/** An event handler that completes once: with what `work` says, or `otherwise` when it fails or lingers. */
function handler(
  work: () => Promise<Office.SmartAlertsEventCompletedOptions | null>,
  otherwise: Office.SmartAlertsEventCompletedOptions | undefined,
) {
  return (event: OutlookEvent): void => {
    const started = Promise.resolve().then(work);
    const late = after(longestMs).then(() => null);
    void Promise.race([started, late])
      .catch(() => null)
      .then((options) => {
        event.completed(options ?? otherwise);
      });
  };
}

const opened = (kind: 'new' | 'again') =>
  handler(() => rememberOpening(kind, Date.now).then(() => null), undefined);

Office.actions.associate('onNewMessageCompose', opened('new'));
Office.actions.associate('onMessageCompose', opened('again'));
Office.actions.associate(
  'onMessageSend',
  handler(() => checkDraft(() => new Date()), { allowEvent: true }),
);
