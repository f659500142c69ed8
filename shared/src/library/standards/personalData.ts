import { placeholdersIn } from '../placeholders';
import type { CheckedItem } from './checkedItem';
import type { Finding } from './finding';
import { plainText } from './plainText';
import { wordsFor } from './words';

/**
 * Somebody's data written into the text, or asked to be put into it. An item is read by everyone,
 * and what is put into a prompt goes to the assistant.
 */
export function personalDataFindings(item: CheckedItem): Finding[] {
  const fields = {
    subject: item.subject ?? '',
    body: item.body,
    exampleOutput: item.exampleOutput,
  };
  const found: Finding[] = [];
  for (const [field, raw] of Object.entries(fields) as [keyof typeof fields, string][]) {
    const text = item.kind === 'template' && field === 'body' ? plainText(raw) : raw;
    for (const about of writtenIn(text)) {
      found.push({ standard: 'personalData', reason: 'personalDataWritten', field, about });
    }
  }
  for (const about of askedIn(item)) {
    found.push({ standard: 'personalData', reason: 'personalDataAsked', field: 'body', about });
  }
  return found;
}

const email = /[\p{L}\p{N}._%+-]+@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}/gu;
/** Domains kept for examples (RFC 2606, RFC 6761): nobody has an address there. */
const exampleDomain = /@(?:[\w-]+\.)*(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)$/i;
/** An international number; `00` in the middle of a longer one is no prefix. */
const phone = /(?<![\w+]|\d )(?:\+|00)[1-9](?:[\s()/.-]{0,2}\d){7,13}(?!\d)/g;
const iban = /\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,4})?\b/g;
const card = /(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/g;

function writtenIn(text: string): Set<string> {
  const matches = (pattern: RegExp) => [...text.matchAll(pattern)].map(([match]) => match);
  return new Set([
    ...matches(email).filter((address) => !exampleDomain.test(address)),
    ...matches(phone),
    ...matches(iban).filter(isIban),
    ...matches(card).filter(isCardNumber),
  ]);
}

function askedIn({ kind, subject, body, language }: CheckedItem): Set<string> {
  const asked = new Set<string>();
  const words = wordsFor(language);
  for (const name of placeholdersIn(subject, body)) {
    if (words.some(({ sensitive }) => sensitive.test(name.toLowerCase()))) asked.add(name);
  }
  if (kind === 'template') return asked;
  for (const sentence of body.toLowerCase().split(/(?<=[.!?:;])\s+|\r\n|\r|\n/)) {
    for (const { putIn, sensitive, forbidding } of words) {
      const named = sensitive.exec(sentence)?.[0];
      if (named !== undefined && putIn.test(sentence) && !forbidding.test(sentence)) {
        asked.add(named);
      }
    }
  }
  return asked;
}

/** ISO 13616: read as a number in base 36 digits, an IBAN leaves 1 when divided by 97. */
function isIban(written: string): boolean {
  const letters = written.replaceAll(' ', '');
  let rest = 0;
  for (const letter of letters.slice(4) + letters.slice(0, 4)) {
    const digit = parseInt(letter, 36);
    rest = (rest * (digit > 9 ? 100 : 10) + digit) % 97;
  }
  return rest === 1;
}

/** ISO/IEC 7812-1: the Luhn check digit. */
function isCardNumber(written: string): boolean {
  const digits = Array.from(written.replace(/\D/g, ''), Number).reverse();
  const sum = digits.reduce((total, digit, at) => {
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0 && new Set(digits).size > 1;
}
