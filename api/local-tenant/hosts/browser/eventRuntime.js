import { standInReady } from './standInReady.js';

/** Outlook runs a handler for about this long (contracts E). */
const longestRun = 300_000;
/** A page of events that never came: Outlook goes on without the add-in. */
const patience = 20_000;

/**
 * What a handler said when it completed its event, as the stand-in took it.
 * @typedef {object} Completion
 * @property {boolean} allowEvent
 * @property {string | null} message
 * @property {string | null} label
 * @property {string | null} commandId
 * @property {string} contextData
 */

/**
 * The add-in's events, run as Outlook on the web runs them: by a page nobody sees, which loads Office.js
 * and the add-in's script. Where that page does not come the add-in is unavailable, and events answer
 * `null` at once.
 * @param {string} productOrigin
 * @param {(frame: HTMLIFrameElement) => void} onFrame
 */
export function createEventRuntime(productOrigin, onFrame) {
  /** @type {Map<number, (completion: Completion | null) => void>} */
  const running = new Map();
  let lastId = 0;
  /** How many items were in front before this one. */
  let left = 0;
  /** @type {HTMLIFrameElement | undefined} */
  let frame;
  /** @type {() => void} */
  let takesEvents = () => undefined;
  /** @type {Promise<boolean>} */
  const started = new Promise((resolve) => {
    takesEvents = () => resolve(true);
    setTimeout(() => resolve(false), patience);
    // Outlook starts it behind what the person looks at.
    requestIdleCallback(() => void start().catch(() => resolve(false)), { timeout: 2_000 });
  });

  const start = async () => {
    await standInReady(productOrigin);
    const address = `${productOrigin}/pane/events.html`;
    frame = document.createElement('iframe');
    frame.hidden = true;
    frame.title = 'Last Mile events';
    frame.src = address;
    onFrame(frame);
    document.body.append(frame);
  };

  return {
    /** Whether the events' page came, once that is known. */
    ready: () => started,
    /** The page of the events is there, and its scripts have run. */
    takesEvents: () => takesEvents(),
    /** @param {number} id @param {Completion | null} completion null when the handler is not there */
    completed(id, completion) {
      running.get(id)?.(completion);
      running.delete(id);
    },
    /** Another item is in front: what runs is ended, and what it says no longer counts. */
    end() {
      left += 1;
      for (const settle of running.values()) settle(null);
      running.clear();
    },
    /**
     * Raises an event; null when the add-in is unavailable, was ended or ran too long.
     * @param {'OnNewMessageCompose' | 'OnMessageCompose' | 'OnMessageSend'} type
     * @returns {Promise<Completion | null>}
     */
    async raise(type) {
      const raisedFor = left;
      // What had to wait for the page is not begun for an item that was left meanwhile.
      if (!(await started) || raisedFor !== left) return null;
      lastId += 1;
      const id = lastId;
      const handler = `o${type.slice(1)}`;
      return new Promise((resolve) => {
        running.set(id, resolve);
        setTimeout(() => resolve(null), longestRun);
        const message = {
          kind: 'office.event',
          name: 'launchEvent',
          detail: { id, type, handler },
        };
        frame?.contentWindow?.postMessage(message, productOrigin);
      });
    },
  };
}
