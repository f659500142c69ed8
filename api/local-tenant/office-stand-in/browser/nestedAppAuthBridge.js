/**
 * `window.nestedAppAuthBridge`, as Office.js puts it there: requests go to the host as they are, its
 * answers come back as `message` events.
 * @param {import('./hostPort.js').HostPort} host
 */
export function createNestedAppAuthBridge(host) {
  /** @type {Set<(response: string) => void>} */
  const listeners = new Set();
  return {
    /** @param {string} name @param {(response: string) => void} listener */
    addEventListener: (name, listener) => {
      if (name === 'message') listeners.add(listener);
    },
    /** @param {string} name @param {(response: string) => void} listener */
    removeEventListener: (name, listener) => {
      if (name === 'message') listeners.delete(listener);
    },
    /** @param {string} message */
    postMessage: (message) => {
      void host.call('nestedAppAuth', message).then((response) => {
        for (const listener of listeners) listener(response);
      });
    },
  };
}
