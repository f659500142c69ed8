import { refuse } from './asyncCalls.js';
import { officeEnums } from './officeEnums.js';
import { officeErrors } from './officeErrors.js';

const longestInsert = 1_000_000;
const longestSignature = 30_000;

const hostConfig = officeEnums.MailboxEnums.BodyMode.HostConfig;

/**
 * `item.body` of a message being composed.
 * @param {(tail: unknown[], work: (options: Record<string, any>) => unknown) => void} run
 * @param {(name: string, args?: unknown) => Promise<any>} call
 */
export function createMessageBody(run, call) {
  /**
   * @param {'selection' | 'start' | 'all' | 'signature'} at
   * @param {number} longest
   */
  const insertAt =
    (at, longest) =>
    /** @param {unknown} data @param {unknown[]} tail */
    (data, ...tail) => {
      run(tail, async (options) => {
        if (typeof data !== 'string') return refuse(officeErrors.invalidArgument);
        if (data.length > longest) return refuse(officeErrors.dataExceedsMaximumSize);
        const as = options['coercionType'] ?? 'text';
        if (as !== 'text' && as !== 'html') return refuse(officeErrors.invalidArgument);
        if (as === 'html' && (await call('body.getType')) === 'text') {
          return refuse(officeErrors.invalidFormat);
        }
        // Only replacing the body knows a mode; in a reply it can leave the thread as it is.
        const keepsThread = at === 'all' && options['bodyMode'] === hostConfig;
        await call('body.insert', { data, as, at, ...(keepsThread ? { keepsThread } : {}) });
        return undefined;
      });
    };

  return {
    /** @param {unknown[]} tail */
    getTypeAsync: (...tail) => run(tail, () => call('body.getType')),
    /** @param {unknown} coercionType @param {unknown[]} tail */
    getAsync: (coercionType, ...tail) => {
      run(tail, (options) => {
        if (coercionType !== 'text' && coercionType !== 'html') {
          return refuse(officeErrors.invalidArgument);
        }
        // BodyMode.HostConfig: the person's own words, without the thread below them.
        return call('body.get', {
          as: coercionType,
          withThread: options['bodyMode'] !== hostConfig,
        });
      });
    },
    setSelectedDataAsync: insertAt('selection', longestInsert),
    prependAsync: insertAt('start', longestInsert),
    setAsync: insertAt('all', longestInsert),
    setSignatureAsync: insertAt('signature', longestSignature),
  };
}
