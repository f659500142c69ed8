import { findLeftovers, readOwnText, toDraftFill, type Recipient } from '@last-mile/shared/on-send';
import { expect, test } from 'vitest';
import { attachmentCases } from './adversarial/attachments';
import { clientCases } from './adversarial/clients';
import { codeAndSignatureCases } from './adversarial/codeAndSignatures';
import { placeholderCases } from './adversarial/placeholders';
import { threadCases } from './adversarial/threads';
import { generateMessages } from './generated/generate';
import type { LabelledMessage } from './labelledMessage';

/** Least precision and least recall on a person's own text. */
const aim = 0.99;

const adversarial = [
  ...placeholderCases,
  ...threadCases,
  ...codeAndSignatureCases,
  ...attachmentCases,
  ...clientCases,
];
const generated = generateMessages(2_400);

function toRecipient(written: string): Recipient {
  const named = /^(.*?)\s*<(.*)>$/.exec(written);
  return { displayName: named?.[1] ?? '', emailAddress: named?.[2] ?? written };
}

/** What the check says of a message, in the words of the labels. */
function saidOf(message: LabelledMessage): string[] {
  const sender = { displayName: 'Ben Okoro', emailAddress: 'ben.okoro@lastmile.example' };
  const found = findLeftovers({
    subject: message.subject,
    own: readOwnText({ type: message.type, content: message.body }),
    recipients: message.to.map(toRecipient),
    attachments:
      message.attachments === 'none' ? [] : [{ isInline: message.attachments === 'inlineImage' }],
    fills: message.fills.map(({ values, to, text }) =>
      toDraftFill({
        itemKey: 'item',
        version: 1,
        at: '2026-11-25T09:00:00Z',
        inserted: { type: 'text', content: text },
        values,
        recipients: to.map(toRecipient),
        sender,
      }),
    ),
  });
  return found.map((one) => {
    if (one.kind === 'missingAttachment') return 'attachment';
    return `${one.kind === 'placeholder' ? 'placeholder' : 'client'}:${one.what}`;
  });
}

function score(messages: readonly LabelledMessage[]) {
  let right = 0;
  const missed: string[] = [];
  const wrong: string[] = [];
  for (const message of messages) {
    const said = saidOf(message);
    right += said.filter((one) => message.expected.some((label) => label === one)).length;
    for (const label of message.expected) {
      if (!said.includes(label)) missed.push(`missed ${label} in "${message.name}"`);
    }
    for (const one of said) {
      if (!message.expected.some((label) => label === one)) {
        wrong.push(`wrongly ${one} in "${message.name}"`);
      }
    }
  }
  return {
    messages: messages.length,
    labels: right + missed.length,
    precision: right / (right + wrong.length),
    recall: right / (right + missed.length),
    errors: [...missed, ...wrong],
  };
}

test.each([
  ['hand-made awkward messages', adversarial, 150],
  ['generated messages', generated, 2_000],
])('on %s precision and recall are at least 0.99', (name, messages, least) => {
  const { errors, precision, recall, labels } = score(messages);
  process.stdout.write(
    `On-send check, ${name}: ${messages.length} messages, ${labels} labels, precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}, ${errors.length} errors\n${errors.map((error) => `  ${error}\n`).join('')}`,
  );
  expect(messages.length).toBeGreaterThanOrEqual(least);
  expect(precision).toBeGreaterThanOrEqual(aim);
  expect(recall).toBeGreaterThanOrEqual(aim);
});
