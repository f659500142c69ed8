import { refuse } from './asyncCalls.js';
import { officeErrors } from './officeErrors.js';

const longestSessionData = 50_000;
const longestCustomProperties = 2_500;
const longestRoamingSettings = 32 * 1024;

/** @typedef {(tail: unknown[], work: (options: Record<string, any>) => unknown) => void} Run */
/** @typedef {(name: string, args?: unknown) => Promise<any>} Call */

/**
 * `item.sessionData`: lives as long as the draft, 50,000 characters in all.
 * @param {Run} run
 * @param {Call} call
 */
export function createSessionData(run, call) {
  /** @param {(values: Record<string, string>) => unknown} change */
  const change = async (change) => {
    const values = await call('session.get');
    change(values);
    requireLength(values, longestSessionData);
    await call('session.set', values);
  };
  return {
    /** @param {string} name @param {string} value @param {unknown[]} tail */
    setAsync: (name, value, ...tail) => {
      run(tail, () => {
        if (typeof name !== 'string' || typeof value !== 'string') {
          return refuse(officeErrors.invalidArgument);
        }
        return change((values) => (values[name] = value));
      });
    },
    /** @param {string} name @param {unknown[]} tail */
    getAsync: (name, ...tail) => {
      run(tail, async () => {
        const values = await call('session.get');
        return Object.hasOwn(values, name) ? values[name] : refuse(officeErrors.keyNotFound);
      });
    },
    /** @param {unknown[]} tail */
    getAllAsync: (...tail) => run(tail, () => call('session.get')),
    /** @param {string} name @param {unknown[]} tail */
    removeAsync: (name, ...tail) => {
      run(tail, () => change((values) => Reflect.deleteProperty(values, name)));
    },
    /** @param {unknown[]} tail */
    clearAsync: (...tail) => run(tail, () => call('session.set', {})),
  };
}

/**
 * The `CustomProperties` of one item, as loaded: changed here, kept only by `saveAsync`.
 * @param {Run} run
 * @param {Call} call
 * @param {Record<string, unknown>} loaded
 */
export function createCustomProperties(run, call, loaded) {
  const values = { ...loaded };
  return {
    ...synchronousValues(values),
    getAll: () => ({ ...values }),
    /** @param {unknown[]} tail */
    saveAsync: (...tail) => {
      run(tail, () => {
        requireLength(values, longestCustomProperties);
        return call('customProperties.set', values);
      });
    },
  };
}

/**
 * `Office.context.roamingSettings`: the person's, on every device, kept only by `saveAsync`.
 * @param {Run} run
 * @param {Call} call
 * @param {Record<string, unknown>} loaded
 */
export function createRoamingSettings(run, call, loaded) {
  const values = { ...loaded };
  return {
    ...synchronousValues(values),
    /** @param {unknown[]} tail */
    saveAsync: (...tail) => {
      run(tail, () => {
        requireLength(values, longestRoamingSettings);
        return call('roamingSettings.set', values);
      });
    },
  };
}

/** @param {Record<string, unknown>} values */
function synchronousValues(values) {
  return {
    /** @param {string} name */
    get: (name) => values[name],
    /** @param {string} name @param {unknown} value */
    set: (name, value) => {
      values[name] = value;
    },
    /** @param {string} name */
    remove: (name) => {
      Reflect.deleteProperty(values, name);
    },
  };
}

/** @param {Record<string, unknown>} values @param {number} longest */
function requireLength(values, longest) {
  if (JSON.stringify(values).length > longest) refuse(officeErrors.dataExceedsMaximumSize);
}
