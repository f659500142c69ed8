import { OfficeRefusal, officeErrors } from './officeErrors.js';

/**
 * @typedef {object} HostPort
 * @property {(name: string, args?: unknown) => Promise<any>} call asks the host page and waits for it
 * @property {(name: string, listener: (detail: any) => void) => void} on
 */

/**
 * The wire to the host page: exact origins both ways, answers matched by id.
 * @param {Window} page
 * @param {string} hostOrigin
 * @returns {HostPort}
 */
export function createHostPort(page, hostOrigin) {
  let lastId = 0;
  /** @type {Map<number, { resolve: (value: unknown) => void, reject: (error: unknown) => void }>} */
  const waiting = new Map();
  /** @type {Map<string, ((detail: any) => void)[]>} */
  const listeners = new Map();

  page.addEventListener('message', (event) => {
    if (event.source !== page.parent || event.origin !== hostOrigin) return;
    const message = event.data;
    if (message?.kind === 'office.answer') {
      const call = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error) {
        call?.reject(new OfficeRefusal({ ...officeErrors.hostFailed, ...message.error }));
      } else {
        call?.resolve(message.value);
      }
    }
    if (message?.kind === 'office.event') {
      for (const listener of listeners.get(message.name) ?? []) listener(message.detail);
    }
  });

  return {
    call(name, args) {
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        page.parent.postMessage({ kind: 'office.call', id, name, args }, hostOrigin);
      });
    },
    on(name, listener) {
      listeners.set(name, [...(listeners.get(name) ?? []), listener]);
    },
  };
}
