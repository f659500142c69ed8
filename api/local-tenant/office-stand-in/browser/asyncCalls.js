import { OfficeRefusal, officeErrors } from './officeErrors.js';

/** Outlook on the web carries out at most this many calls of an add-in at once. */
const mostPendingCalls = 3;

/**
 * @typedef {object} AsyncResult
 * @property {'succeeded' | 'failed'} status
 * @property {unknown} value
 * @property {import('./officeErrors.js').OfficeError | undefined} error
 * @property {unknown} asyncContext
 * @property {object} diagnostics
 */

/**
 * @typedef {object} CallTail what callers may put after a method's own arguments
 * @property {Record<string, any>} options
 * @property {((result: AsyncResult) => void) | undefined} callback
 */

/**
 * Reads the `(options?, callback?)` tail that every asynchronous Office method has.
 * @param {unknown[]} tail
 * @returns {CallTail}
 */
function readTail(tail) {
  const callback = tail.find((value) => typeof value === 'function');
  const options = tail.find((value) => typeof value === 'object' && value !== null);
  return {
    options: /** @type {Record<string, any>} */ (options ?? {}),
    callback: /** @type {CallTail['callback']} */ (callback),
  };
}

/** Runs Office calls: refuses the fourth while three are pending, and answers by callback, later. */
export function createAsyncCalls() {
  let pending = 0;

  /**
   * @param {unknown[]} tail
   * @param {(options: Record<string, any>) => unknown} work
   */
  return function run(tail, work) {
    const { options, callback } = readTail(tail);
    const refused = pending >= mostPendingCalls;
    if (!refused) pending += 1;
    const started = refused
      ? Promise.reject(new OfficeRefusal(officeErrors.tooManyIncompleteRequests))
      : Promise.resolve().then(() => work(options));
    /** @param {Partial<AsyncResult>} outcome */
    const answer = (outcome) => {
      if (!refused) pending -= 1;
      callback?.({
        status: 'succeeded',
        value: undefined,
        error: undefined,
        asyncContext: options['asyncContext'],
        diagnostics: {},
        ...outcome,
      });
    };
    started.then(
      (value) => answer({ value }),
      (error) => answer({ status: 'failed', error: toOfficeError(error) }),
    );
  };
}

/**
 * @param {unknown} error
 * @returns {import('./officeErrors.js').OfficeError}
 */
function toOfficeError(error) {
  if (error instanceof OfficeRefusal) return error.details;
  return { ...officeErrors.hostFailed, message: String(error) };
}

/** @param {import('./officeErrors.js').OfficeError} details @returns {never} */
export function refuse(details) {
  throw new OfficeRefusal(details);
}
