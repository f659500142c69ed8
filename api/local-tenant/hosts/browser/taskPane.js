import { element, setAddress } from './page.js';
import { standInReady } from './standInReady.js';

const narrowest = 320;
const widest = 400;

/**
 * The task pane beside the message. Before it frames the real pane it lets the product's origin
 * install the worker that stands in for Office.js, so that the pane's first load already has it.
 * @param {string} productOrigin
 * @param {(frame: HTMLIFrameElement) => void} onFrame
 * @returns {{ open: () => Promise<void> }}
 */
export function createTaskPane(productOrigin, onFrame) {
  const pane = element('pane');
  const divider = element('pane-divider');
  const button = element('templates');
  /** @type {HTMLIFrameElement | undefined} */
  let frame;

  const open = async () => {
    show(true);
    if (frame !== undefined) return;
    say('Opening the pane…');
    try {
      await standInReady(productOrigin);
      frame = document.createElement('iframe');
      frame.title = 'Last Mile';
      frame.allow = 'clipboard-write';
      frame.src = `${productOrigin}/pane/`;
      frame.addEventListener('load', () => say(''));
      onFrame(frame);
      element('pane-frame').append(frame);
    } catch (error) {
      frame = undefined;
      say(`The pane could not be opened: ${error instanceof Error ? error.message : error}`);
    }
  };

  /** @param {boolean} shown */
  const show = (shown) => {
    pane.hidden = !shown;
    button.setAttribute('aria-pressed', String(shown));
    setAddress('pane', shown ? 'open' : '');
  };

  button.addEventListener('click', () => {
    if (pane.hidden) void open();
    else show(false);
  });
  element('pane-close').addEventListener('click', () => {
    // A pane that is closed is gone; opened again, it starts anew on the same message.
    frame?.remove();
    frame = undefined;
    show(false);
    button.focus();
  });
  startDivider(divider);
  if (new URLSearchParams(location.search).get('pane') === 'open') void open();
  return { open };
}

/** @param {string} text */
function say(text) {
  element('pane-state').textContent = text;
}

/** Drag it, or use the arrow keys. @param {HTMLElement} divider */
function startDivider(divider) {
  /** @param {number} width */
  const setWidth = (width) => {
    const allowed = Math.round(Math.min(widest, Math.max(narrowest, width)));
    divider.setAttribute('aria-valuenow', String(allowed));
    element('mail-columns').style.setProperty('--pane-width', `${allowed}px`);
  };
  divider.addEventListener('keydown', (event) => {
    const step = { ArrowLeft: 10, ArrowRight: -10 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setWidth(Number(divider.getAttribute('aria-valuenow')) + step);
  });
  divider.addEventListener('pointerdown', (event) => {
    divider.setPointerCapture(event.pointerId);
    const move = (/** @type {PointerEvent} */ moved) => {
      setWidth(element('mail-columns').getBoundingClientRect().right - moved.clientX);
    };
    divider.addEventListener('pointermove', move);
    divider.addEventListener('lostpointercapture', () => {
      divider.removeEventListener('pointermove', move);
    });
  });
}
