import { element } from './page.js';

/** @typedef {{ displayName: string, emailAddress: string }} Recipient */

/**
 * One line of recipients: chips with a remove button each, and a box that takes an address or a
 * suggested name.
 * @param {'to' | 'cc'} field
 * @param {Recipient[]} contacts
 * @param {() => void} onChange
 */
export function createRecipients(field, contacts, onChange) {
  const chips = element(`${field}-chips`);
  /** @type {HTMLInputElement} */
  const input = element(`${field}-input`);
  /** @type {Recipient[]} */
  let recipients = [];

  const add = () => {
    const recipient = toRecipient(input.value, contacts);
    if (recipient === undefined) return input.setCustomValidity('Type a name or an address.');
    input.setCustomValidity('');
    input.value = '';
    if (recipients.some((known) => known.emailAddress === recipient.emailAddress)) return undefined;
    return change([...recipients, recipient]);
  };

  /** @param {Recipient[]} next */
  const change = (next) => {
    recipients = next;
    show();
    onChange();
  };

  const show = () => {
    chips.replaceChildren(
      ...recipients.map((recipient) => {
        const remove = document.createElement('button');
        remove.type = 'button';
        remove.textContent = '✕';
        remove.setAttribute('aria-label', `Remove ${recipient.displayName}`);
        remove.addEventListener('click', () => {
          change(recipients.filter((each) => each !== recipient));
          input.focus();
        });
        const chip = document.createElement('li');
        chip.title = recipient.emailAddress;
        chip.append(recipient.displayName, remove);
        return chip;
      }),
    );
  };

  input.addEventListener('keydown', (event) => {
    if (['Enter', ';', ','].includes(event.key) && input.value.trim() !== '') {
      event.preventDefault();
      add();
    }
    if (event.key === 'Backspace' && input.value === '' && recipients.length > 0) {
      change(recipients.slice(0, -1));
    }
  });
  // A suggestion taken with the mouse, or an address left behind by going on.
  input.addEventListener('change', () => {
    if (input.value.trim() !== '') add();
  });

  return {
    all: () => recipients,
    /** @param {Recipient[]} next */
    set(next) {
      recipients = next;
      show();
    },
    focus: () => input.focus(),
  };
}

/** @param {Recipient[]} contacts */
export function suggestContacts(contacts) {
  element('contacts').replaceChildren(
    ...contacts.map(({ displayName, emailAddress }) => {
      const option = document.createElement('option');
      option.value = `${displayName} <${emailAddress}>`;
      return option;
    }),
  );
}

/**
 * @param {string} text
 * @param {Recipient[]} contacts
 * @returns {Recipient | undefined}
 */
function toRecipient(text, contacts) {
  const written = text.trim();
  const named = /^(.*?)\s*<([^<>\s]+@[^<>\s]+)>$/.exec(written);
  const emailAddress = named?.[2] ?? written;
  const known = contacts.find(
    (contact) =>
      contact.emailAddress.toLowerCase() === emailAddress.toLowerCase() ||
      contact.displayName.toLowerCase() === written.toLowerCase(),
  );
  if (known) return known;
  if (!/^[^@\s]+@[^@\s]+$/.test(emailAddress)) return undefined;
  return { emailAddress, displayName: named?.[1] || emailAddress };
}
