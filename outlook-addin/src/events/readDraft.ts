import { readDraftSession, type MessageBody, type Recipient } from '@last-mile/shared/on-send';
import { createOfficeCalls } from './officeCalls';

/**
 * The draft in front, as far as Outlook tells of it within `withinMs`. What it does not tell is null:
 * then nothing is said about it.
 */
export async function readDraft(withinMs: number) {
  const item = Office.context.mailbox.item as unknown as Office.MessageCompose;
  const call = createOfficeCalls(withinMs);
  const people = (field: 'to' | 'cc' | 'bcc') =>
    call<Recipient[]>((done) => {
      item[field].getAsync(done);
    });
  // Three at a time: the body takes longest, so nothing is asked ahead of it.
  const reading = readBody(item, call);
  const [session, subject] = await Promise.all([
    call<object>((done) => {
      item.sessionData.getAllAsync(done);
    }),
    call<string>((done) => {
      item.subject.getAsync(done);
    }),
  ]);
  const [body, to, cc, bcc, attachments] = await Promise.all([
    reading,
    people('to'),
    people('cc'),
    people('bcc'),
    call<{ isInline: boolean }[]>((done) => {
      item.getAttachmentsAsync(done);
    }),
  ]);
  return {
    session: readDraftSession(session),
    body,
    subject,
    recipients: to === null || cc === null || bcc === null ? null : to.concat(cc, bcc),
    attachments,
  };
}

/** The body in its own format. */
async function readBody(
  item: Office.MessageCompose,
  call: ReturnType<typeof createOfficeCalls>,
): Promise<MessageBody | null> {
  const type = await call<unknown>((done) => {
    item.body.getTypeAsync(done);
  });
  if (type === null) return null;
  const format = type === 'text' ? 'text' : 'html';
  const content = await call<string>((done) => {
    item.body.getAsync(format, done);
  });
  return content === null ? null : { type: format, content };
}
