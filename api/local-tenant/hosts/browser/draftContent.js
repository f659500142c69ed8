/** @typedef {{ displayName: string, mail: string, jobTitle: string }} Writer */

/**
 * What a message starts with: a signature, and in a reply the client's message below it.
 * @param {'compose' | 'reply'} mode
 * @param {Writer} person
 * @param {import('./recipients.js').Recipient[]} contacts
 */
export function draftContent(mode, person, contacts) {
  const signature = `<div id="Signature"><div>Kind regards</div><div>${escape(person.displayName)}</div><div>${escape(person.jobTitle)}</div></div>`;
  const [client] = contacts;
  if (mode === 'compose' || client === undefined) {
    return { to: [], subject: '', html: `<div><br></div>${signature}` };
  }
  // As Outlook on the web marks the thread below a reply.
  const thread = `<div id="mail-editor-reference-message-container"><hr><div id="divRplyFwdMsg"><b>From:</b> ${escape(client.displayName)}<br><b>Sent:</b> Monday<br><b>To:</b> ${escape(person.displayName)}<br><b>Subject:</b> Timetable for the review</div><div><br></div><div>Hello ${escape(firstName(person.displayName))},</div><div><br></div><div>Could you tell us when we may expect the first draft, and who on your side will be our contact?</div><div><br></div><div>Best wishes</div><div>${escape(firstName(client.displayName))}</div></div>`;
  return {
    to: [client],
    subject: 'RE: Timetable for the review',
    html: `<div><br></div>${signature}${thread}`,
  };
}

/** @param {string} name */
const firstName = (name) => name.split(' ')[0] ?? name;

/** @param {string} text */
function escape(text) {
  const holder = document.createElement('div');
  holder.textContent = text;
  return holder.innerHTML;
}
