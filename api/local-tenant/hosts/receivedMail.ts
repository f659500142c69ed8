import type { ClientContact } from './hostTenant';

/** A message in the simulated mailbox, received or sent, as plain paragraphs. */
export interface ReceivedMessage {
  readonly id: string;
  readonly from: ClientContact;
  readonly to: readonly ClientContact[];
  readonly cc: readonly ClientContact[];
  readonly subject: string;
  readonly sentAt: string;
  readonly paragraphs: readonly string[];
}

/** What lies in everybody's simulated mailbox: clients wrote, and one answer an assistant drafted. */
export function receivedMail(
  person: ClientContact,
  contacts: readonly ClientContact[],
): readonly [ReceivedMessage, ...ReceivedMessage[]] {
  const [first = person, second = first, third = second] = contacts;
  const name = firstName(person);
  return [
    {
      id: 'timetable',
      from: first,
      to: [person],
      cc: [],
      subject: 'Timetable for the review',
      sentAt: '2026-11-23T09:12:00Z',
      paragraphs: [
        `Hello ${name},`,
        'Could you tell us when we may expect the first draft, and who on your side will be our contact?',
        'Best wishes',
        firstName(first),
      ],
    },
    {
      id: 'documents',
      from: second,
      to: [person],
      cc: [third],
      subject: 'Which documents do you still need?',
      sentAt: '2026-11-20T15:40:00Z',
      paragraphs: [
        `Dear ${name},`,
        'We sent the ledgers on Monday. Which documents are still missing, and by when?',
        'Regards',
        firstName(second),
      ],
    },
    {
      id: 'summary',
      from: person,
      to: [third],
      cc: [],
      subject: 'RE: Summary of our call',
      sentAt: '2026-11-19T11:05:00Z',
      paragraphs: [
        `Dear ${firstName(third)},`,
        'As agreed, the fee covers three countries and the first meeting is on 30 February.',
        'Kind regards',
        name,
      ],
    },
  ];
}

const firstName = ({ displayName }: ClientContact) => displayName.split(' ')[0] ?? displayName;
