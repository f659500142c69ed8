import { asEditorWrites } from './editorHtml.js';

/** @typedef {{ displayName: string, mail: string, jobTitle: string }} Writer */

/**
 * @typedef {object} Received
 * @property {import('./recipients.js').Recipient} from
 * @property {import('./recipients.js').Recipient[]} to
 * @property {string} subject
 * @property {string[]} paragraphs
 */

/**
 * What a message starts with: a signature, and in a reply what the add-in's reply form brought above
 * it and the message it answers below.
 * @param {'compose' | 'reply'} mode
 * @param {Writer} person
 * @param {Received & { replyBody?: string }} received
 */
export function draftContent(mode, person, { from, to, subject, paragraphs, replyBody = '' }) {
  const signature = `<div id="Signature"><div>${escape(person.displayName)}</div><div>${escape(person.jobTitle)}</div></div>`;
  if (mode === 'compose') return { to: [], subject: '', html: `<div><br></div>${signature}` };
  // As Outlook on the web marks the thread below a reply.
  const thread = `<div id="mail-editor-reference-message-container"><hr><div id="divRplyFwdMsg"><b>From:</b> ${escape(from.displayName)}<br><b>Sent:</b> Monday<br><b>To:</b> ${escape(to.map((each) => each.displayName).join('; '))}<br><b>Subject:</b> ${escape(subject)}</div><div><br></div>${toHtml(paragraphs)}</div>`;
  return {
    to: [from],
    subject: `RE: ${subject.replace(/^re:\s*/i, '')}`,
    html: `${asEditorWrites(replyBody)}<div><br></div>${signature}${thread}`,
  };
}

/** A received message's body as HTML. @param {string[]} paragraphs */
export function toHtml(paragraphs) {
  return paragraphs.map((text) => `<div>${escape(text)}</div>`).join('<div><br></div>');
}

/** @param {string} text */
function escape(text) {
  const holder = document.createElement('div');
  holder.textContent = text;
  return holder.innerHTML;
}
