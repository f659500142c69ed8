import { refuse } from './asyncCalls.js';
import { officeErrors } from './officeErrors.js';

const longestMessage = 150;
const longestKey = 32;
const mostMessages = 5;

/**
 * `item.notificationMessages`: the bars above the message.
 * @param {(tail: unknown[], work: (options: Record<string, any>) => unknown) => void} run
 * @param {(name: string, args?: unknown) => Promise<any>} call
 */
export function createNotificationMessages(run, call) {
  /** @type {Map<string, any>} */
  const shown = new Map();
  const show = () => call('notifications.set', [...shown.values()]);

  /** @param {string} key @param {any} details */
  const put = (key, details) => {
    if (typeof key !== 'string' || key.length > longestKey) refuse(officeErrors.invalidArgument);
    if (typeof details?.message !== 'string') refuse(officeErrors.invalidArgument);
    if (details.message.length > longestMessage) refuse(officeErrors.dataExceedsMaximumSize);
    if (!shown.has(key) && shown.size >= mostMessages) refuse(officeErrors.invalidArgument);
    shown.set(key, { ...details, key });
    return show();
  };

  return {
    /** @param {string} key @param {any} details @param {unknown[]} tail */
    addAsync: (key, details, ...tail) => {
      run(tail, () => (shown.has(key) ? refuse(officeErrors.invalidArgument) : put(key, details)));
    },
    /** @param {string} key @param {any} details @param {unknown[]} tail */
    replaceAsync: (key, details, ...tail) => run(tail, () => put(key, details)),
    /** @param {string} key @param {unknown[]} tail */
    removeAsync: (key, ...tail) => {
      run(tail, () => (shown.delete(key) ? show() : refuse(officeErrors.keyNotFound)));
    },
    /** @param {unknown[]} tail */
    getAllAsync: (...tail) => run(tail, () => [...shown.values()]),
  };
}
