/** What Outlook shows of an alert at most, and of the label of its button. */
const longestAlert = 500;
const longestLabel = 20;

/**
 * @typedef {object} Completion what a handler said when it completed its event
 * @property {boolean} allowEvent
 * @property {string | null} message of the alert, in the handler's words; null for Outlook's own
 * @property {string | null} label of the button that opens the command; null for Outlook's own
 * @property {string | null} commandId
 * @property {string} contextData what the command's pane may ask for; '' for nothing
 */

/**
 * `event.completed(options)` as Outlook takes it: what is too long counts as not said, a context without
 * a command is ignored. What real Outlook does with a message that is too long is not documented.
 * @param {any} [options]
 * @returns {Completion}
 */
function toCompletion(options = {}) {
  /** @param {unknown} text @param {number} longest */
  const within = (text, longest) =>
    typeof text === 'string' && text !== '' && text.length <= longest ? text : null;
  const commandId = within(options.commandId, 64);
  const { contextData } = options;
  const context =
    typeof contextData === 'string' ? contextData : (JSON.stringify(contextData) ?? '');
  return {
    allowEvent: options.allowEvent !== false,
    message: within(options.errorMessage, longestAlert),
    label: within(options.cancelLabel, longestLabel),
    commandId,
    contextData: commandId === null ? '' : context,
  };
}

/**
 * Runs the handlers that the page associated when the host raises their events. Completing an event
 * twice is an error here, so that no test can miss it.
 * @param {import('./hostPort.js').HostPort} host
 * @param {Record<string, unknown>} associated
 */
export function listenToLaunchEvents(host, associated) {
  host.on('launchEvent', ({ id, type, handler }) => {
    const run = associated[handler];
    if (typeof run !== 'function') {
      void host.call('launchEvent.failed', { id, reason: `Nobody associated ${handler}.` });
      return;
    }
    let isCompleted = false;
    run({
      type,
      source: { id: handler },
      /** @param {unknown} options */
      completed: (options) => {
        if (isCompleted) throw new Error(`${handler} completed its event twice.`);
        isCompleted = true;
        void host.call('launchEvent.completed', { id, completion: toCompletion(options) });
      },
    });
  });
}
