import type { ItemPlaceholder, PlaceholderOrigin } from '@last-mile/shared/library';
import type { MessageContext, MessagePerson } from './composeMessage';
import { organisationLabel } from './organisations';
import { plainSubject } from './subjectMarks';

/** Where a proposed value comes from, so that the person can judge it. */
export type ProposalSource = 'recipient' | 'recipientAddress' | 'sender' | 'today' | 'subject';

export interface Proposal {
  readonly value: string;
  readonly source: ProposalSource;
}

export interface ProposalOptions {
  /** BCP 47 language of the template: dates and lists are written in it. */
  readonly language: string;
  readonly now: Date;
  /** What the item's author said of its placeholders. */
  readonly declared: readonly Pick<ItemPlaceholder, 'name' | 'from'>[];
}

/** What proposals are taken from. */
type Addressed = Pick<MessageContext, 'to' | 'sender' | 'subject'>;

/**
 * Values for the placeholders that the message answers, by placeholder name. What it does not answer
 * surely is left out: a wrong name in a client's email is worse than an empty field.
 */
export function proposeValues(
  names: readonly string[],
  message: Addressed | null,
  options: ProposalOptions,
): Record<string, Proposal> {
  const proposals: Record<string, Proposal> = {};
  for (const name of names) {
    const said = options.declared.find((one) => one.name === name)?.from ?? null;
    const meaning = meaningOf(plainName(name), said);
    const proposal = meaning === undefined ? null : propose(meaning, message, options);
    if (proposal !== null) proposals[name] = proposal;
  }
  return proposals;
}

type Meaning =
  | 'recipientName'
  | 'recipientFirstName'
  | 'company'
  | 'senderName'
  | 'senderFirstName'
  | 'date'
  | 'subject';

/** What the author's word for an origin means here. */
const originMeanings = {
  recipientName: 'recipientName',
  recipientCompany: 'company',
  subject: 'subject',
  senderName: 'senderName',
  today: 'date',
} as const satisfies Record<PlaceholderOrigin, Meaning>;

/** What a placeholder's name may say more exactly than the author's word for its origin. */
const firstNames: Partial<Record<PlaceholderOrigin, Meaning>> = {
  recipientName: 'recipientFirstName',
  senderName: 'senderFirstName',
};

function meaningOf(name: string, said: PlaceholderOrigin | null): Meaning | undefined {
  const named = meanings[name];
  if (said === null) return named;
  return named !== undefined && named === firstNames[said] ? named : originMeanings[said];
}

/** Names under which people write these placeholders, letters and digits only. */
const meanings: Readonly<Record<string, Meaning | undefined>> = {
  recipientname: 'recipientName',
  recipient: 'recipientName',
  clientname: 'recipientName',
  customername: 'recipientName',
  contactname: 'recipientName',
  name: 'recipientName',
  recipientfirstname: 'recipientFirstName',
  clientfirstname: 'recipientFirstName',
  contactfirstname: 'recipientFirstName',
  firstname: 'recipientFirstName',
  company: 'company',
  companyname: 'company',
  clientcompany: 'company',
  recipientcompany: 'company',
  organisation: 'company',
  organization: 'company',
  sendername: 'senderName',
  sender: 'senderName',
  yourname: 'senderName',
  myname: 'senderName',
  senderfirstname: 'senderFirstName',
  myfirstname: 'senderFirstName',
  date: 'date',
  today: 'date',
  todaysdate: 'date',
  currentdate: 'date',
  subject: 'subject',
};

const plainName = (name: string) => name.toLowerCase().replace(/[\s._-]/g, '');

function propose(
  meaning: Meaning,
  message: Addressed | null,
  { language, now }: ProposalOptions,
): Proposal | null {
  if (meaning === 'date') {
    const value = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(now);
    return { value, source: 'today' };
  }
  if (message === null) return null;
  const toProposal = (value: string | null, source: ProposalSource) =>
    value === null || value === '' ? null : { value, source };
  switch (meaning) {
    case 'recipientName':
      return toProposal(together(message.to.map(fullName), language), 'recipient');
    case 'recipientFirstName':
      return toProposal(together(message.to.map(firstName), language), 'recipient');
    case 'company':
      return toProposal(companyOf(message), 'recipientAddress');
    case 'senderName':
      return toProposal(message.sender && fullName(message.sender), 'sender');
    case 'senderFirstName':
      return toProposal(message.sender && firstName(message.sender), 'sender');
    case 'subject':
      return toProposal(plainSubject(message.subject), 'subject');
  }
}

/** More people than this are not greeted by name. */
const mostNames = 3;

/** "Ada", "Ada and Ben", "Ada, Ben and Cy"; null for nobody, a crowd, or anyone without a name. */
function together(names: readonly (string | null)[], language: string): string | null {
  const known = names.filter((name) => name !== null);
  if (known.length === 0 || known.length < names.length || known.length > mostNames) return null;
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(known);
}

const titles = /^(?:(?:mr|mrs|ms|miss|mx|dr|prof|professor|herr|frau|sir|dame)\.?\s+)+/i;

/** The name as it would be written in a greeting; null when the address book has none. */
export function fullName(person: MessagePerson): string | null {
  // "Weber, Anna (Contoso)" and "Anna Weber | Contoso" are address-book habits, not names.
  const shown = person.displayName
    .replace(/\s*[([|].*$/, '')
    .replace(/^["']+|["']+$/g, '')
    .trim();
  if (shown === '' || shown.includes('@')) return nameInAddress(person.emailAddress);
  const [family, given, ...more] = shown.split(/\s*,\s*/);
  if (given === undefined || more.length > 0) return more.length > 0 ? null : shown;
  return `${given} ${family ?? ''}`.trim();
}

/** The first name, without titles; null when it cannot be told. */
export function firstName(person: MessagePerson): string | null {
  const name = fullName(person)?.replace(titles, '');
  const first = name?.split(/\s+/)[0];
  if (first === undefined || first === '') return null;
  // A lone initial is no name to greet anyone by.
  return /^\p{L}\.?$/u.test(first) ? null : first;
}

/** "anna.weber@…" is Anna Weber; anything less plain is a guess, and none is made. */
function nameInAddress(address: string): string | null {
  const match = /^(\p{L}{2,})\.(\p{L}{2,}(?:-\p{L}{2,})?)@/u.exec(address);
  if (match === null) return null;
  return `${capitalised(match[1] ?? '')} ${capitalised(match[2] ?? '')}`;
}

/** Domains of mail providers: they tell nothing about where a person works. */
const mailProviders = new Set([
  'gmail',
  'googlemail',
  'outlook',
  'hotmail',
  'live',
  'msn',
  'yahoo',
  'ymail',
  'icloud',
  'me',
  'mac',
  'aol',
  'gmx',
  'web',
  't-online',
  'freenet',
  'proton',
  'protonmail',
  'pm',
  'mail',
  'zoho',
  'yandex',
  'fastmail',
  'hey',
  'qq',
  '163',
  'orange',
  'wanadoo',
  'free',
  'laposte',
  'libero',
  'bluewin',
  'btinternet',
  'comcast',
]);

/** The one organisation outside the sender's that the message goes to; null when none or several. */
function companyOf({ to, sender }: Addressed): string | null {
  const own = sender === null ? null : organisationLabel(sender.emailAddress);
  const labels = new Set(
    to
      .map(({ emailAddress }) => organisationLabel(emailAddress))
      .filter((label) => label !== null && label !== own),
  );
  const [only, ...others] = labels;
  if (only === undefined || only === null || others.length > 0) return null;
  return mailProviders.has(only) ? null : only.split('-').map(capitalised).join(' ');
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
