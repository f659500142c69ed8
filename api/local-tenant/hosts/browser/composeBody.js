import { element } from './page.js';
import { asEditorWrites, plainTextToHtml } from './editorHtml.js';

/** As Outlook on the web marks the thread below a reply. */
const threadId = 'mail-editor-reference-message-container';

/**
 * The body of the message being written: HTML in an editable element or plain text in a text box,
 * with the caret remembered while the task pane has the focus.
 */
export function createComposeBody() {
  const rich = element('body-html');
  /** @type {HTMLTextAreaElement} */
  const plain = element('body-text');
  /** @type {Range | null} */
  let caret = null;

  document.addEventListener('selectionchange', () => {
    const selection = getSelection();
    if (selection === null || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0);
    if (rich.contains(range.commonAncestorContainer)) caret = range.cloneRange();
  });

  const type = () => (rich.hidden ? 'text' : 'html');

  /** @param {string} html */
  const fill = (html) => {
    caret = null;
    rich.innerHTML = html;
    plain.value = rich.innerText;
    plain.setSelectionRange(0, 0);
  };

  /** The selection the person left, or the top of the message where they left none. */
  const place = () => {
    if (caret !== null && rich.contains(caret.commonAncestorContainer)) return caret;
    const top = document.createRange();
    top.setStart(rich, 0);
    top.collapse(true);
    return top;
  };

  /** @param {Range} range @param {string} html */
  const insertHtml = (range, html) => {
    const fragment = range.createContextualFragment(html);
    const last = fragment.lastChild;
    range.deleteContents();
    range.insertNode(fragment);
    if (last === null) return;
    range.setStartAfter(last);
    range.collapse(true);
    caret = range.cloneRange();
  };

  return {
    type,
    fill,
    /** @param {'html' | 'text'} wanted */
    setType(wanted) {
      if (wanted === type()) return;
      if (wanted === 'text') plain.value = rich.innerText;
      else rich.innerHTML = plainTextToHtml(plain.value);
      rich.hidden = wanted === 'text';
      plain.hidden = wanted === 'html';
    },
    /** @param {'html' | 'text'} as @param {boolean} withThread */
    read(as, withThread = true) {
      if (type() === 'text')
        return as === 'text' ? plain.value : wrap(plainTextToHtml(plain.value));
      const copy = /** @type {HTMLElement} */ (rich.cloneNode(true));
      if (!withThread) copy.querySelector(`#${threadId}`)?.remove();
      if (as === 'html') return wrap(copy.innerHTML);
      return innerTextOf(copy);
    },
    /** What the person has selected; '' for a mere caret. @param {'html' | 'text'} as */
    selected(as) {
      if (type() === 'text') return plain.value.slice(plain.selectionStart, plain.selectionEnd);
      if (caret === null || caret.collapsed) return '';
      const copy = document.createElement('div');
      copy.append(caret.cloneContents());
      return as === 'html' ? copy.innerHTML : innerTextOf(copy);
    },
    /** What is sent: the content itself, in the message's own format. */
    content: () => (type() === 'text' ? plain.value : rich.innerHTML),
    /**
     * @param {string} data
     * @param {'html' | 'text'} as
     * @param {'selection' | 'start' | 'all' | 'signature'} at
     * @param {boolean} [keepsThread] replaces all but the thread below a reply
     */
    insert(data, as, at, keepsThread = false) {
      if (type() === 'text') return insertPlain(plain, data, at);
      const html = as === 'html' ? asEditorWrites(data) : plainTextToHtml(data);
      if (at === 'all') {
        const thread = keepsThread ? rich.querySelector(`#${threadId}`) : null;
        fill(html);
        if (thread !== null) rich.append(thread);
        return undefined;
      }
      if (at === 'signature') {
        const signature = rich.querySelector('#Signature');
        if (signature) signature.innerHTML = html;
        else rich.insertAdjacentHTML('beforeend', `<div id="Signature">${html}</div>`);
        return undefined;
      }
      const range = place();
      if (at === 'start') {
        range.setStart(rich, 0);
        range.collapse(true);
      }
      return insertHtml(range, html);
    },
    focus: () => (type() === 'text' ? plain : rich).focus(),
  };
}

/**
 * @param {HTMLTextAreaElement} plain
 * @param {string} text
 * @param {'selection' | 'start' | 'all' | 'signature'} at
 */
function insertPlain(plain, text, at) {
  if (at === 'all') plain.value = text;
  else if (at === 'signature') plain.value = `${plain.value}\n\n${text}`;
  else if (at === 'start') plain.setRangeText(text, 0, 0, 'end');
  else plain.setRangeText(text, plain.selectionStart, plain.selectionEnd, 'end');
}

/** Line breaks of `innerText` need a rendered element. @param {HTMLElement} copy */
function innerTextOf(copy) {
  copy.removeAttribute('id');
  copy.className = 'visually-hidden';
  document.body.append(copy);
  const text = copy.innerText;
  copy.remove();
  return text;
}

/** @param {string} html */
const wrap = (html) => `<html><head></head><body>${html}</body></html>`;
