import { element } from './page.js';

/** After this long without an answer Outlook asks the person whether to wait (contracts E). */
const longRunning = 5_000;

/** @typedef {import('./eventRuntime.js').Completion} Completion */

/**
 * The dialogs of a Smart Alert with send mode "prompt user": the person can always send anyway.
 * @param {{ commands: Record<string, (contextData: string) => void> }} options what a button may open
 */
export function createSmartAlert({ commands }) {
  /** @type {HTMLDialogElement} */
  const dialog = element('smart-alert');

  /**
   * @param {string} message
   * @param {{ label: string, value: string }[]} buttons the last one is what Escape chooses
   * @returns {Promise<string>}
   */
  const ask = (message, buttons) =>
    new Promise((resolve) => {
      element('smart-alert-text').textContent = message;
      element('smart-alert-buttons').replaceChildren(
        ...buttons.map(({ label, value }) => {
          const button = document.createElement('button');
          button.type = 'button';
          button.textContent = label;
          button.addEventListener('click', () => dialog.close(value));
          return button;
        }),
      );
      dialog.returnValue = '';
      dialog.addEventListener(
        'close',
        () => resolve(dialog.returnValue || (buttons[buttons.length - 1]?.value ?? '')),
        { once: true },
      );
      dialog.showModal();
    });

  const sendAnyway = { label: 'Send anyway', value: 'send' };
  const dontSend = { label: 'Don’t send', value: 'stay' };

  /** @param {Completion} completion */
  const show = async ({ message, label, commandId, contextData }) => {
    const command = commandId === null ? undefined : commands[commandId];
    const text = message ?? 'Last Mile is preventing this email from being sent.';
    const action = { label: label ?? 'Take action', value: 'command' };
    const chosen = await ask(text, [
      ...(command === undefined ? [] : [action]),
      sendAnyway,
      dontSend,
    ]);
    if (chosen === 'command') command?.(contextData);
    return chosen === 'send';
  };

  return {
    /**
     * Whether the message may go, once the add-in has said so or the person.
     * @param {Promise<Completion | null>} completing
     * @returns {Promise<boolean>}
     */
    async mayGo(completing) {
      let isOver = false;
      const settled = completing.then(async (completion) => {
        isOver = true;
        if (dialog.open) dialog.close('answered');
        // An add-in that is unavailable holds no mail up under "prompt user".
        return completion === null || completion.allowEvent ? true : show(completion);
      });
      const waited = new Promise((resolve) => setTimeout(resolve, longRunning)).then(async () => {
        if (isOver) return settled;
        const chosen = await ask('Last Mile is taking longer than expected.', [
          sendAnyway,
          dontSend,
        ]);
        return chosen === 'answered' ? settled : chosen === 'send';
      });
      return Promise.race([settled, waited]);
    },
  };
}
