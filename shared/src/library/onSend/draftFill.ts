import { readOwnText, type MessageBody } from './ownText';
import { domainOf, type Recipient } from './recipients';

/**
 * One filling of a template into a draft, as the draft's own session data keeps it. It never leaves the
 * draft: the session data ends with it and is not sent along.
 */
export interface DraftFill {
  readonly itemKey: string;
  readonly version: number;
  /** ISO 8601. */
  readonly at: string;
  /** Lines of text that it put in; null when they would not fit into the session data. */
  readonly paragraphs: readonly string[] | null;
  /** Placeholders that went in empty. */
  readonly open: readonly string[];
  /** Whom it was for: what names a client among its values, and the outside recipients of the moment. */
  readonly client: { readonly names: readonly string[]; readonly domains: readonly string[] };
}

export interface Filling {
  readonly itemKey: string;
  readonly version: number;
  readonly at: string;
  readonly inserted: MessageBody;
  readonly values: Readonly<Record<string, string>>;
  readonly recipients: readonly Recipient[];
  /** Whose message it is; null where Outlook does not tell. */
  readonly sender: Recipient | null;
}

/** What has to be remembered of a filling for the check on send and the kept share. */
export function toDraftFill(filling: Filling): DraftFill {
  const { itemKey, version, at, inserted, values, recipients, sender } = filling;
  const own = sender === null ? '' : domainOf(sender.emailAddress);
  const outside = recipients
    .map(({ emailAddress }) => domainOf(emailAddress))
    .filter((domain) => domain !== '' && domain !== own && !mailProviders.has(domain));
  const colleagues = recipients
    .filter(({ emailAddress }) => domainOf(emailAddress) === own)
    .map(({ displayName }) => displayName);
  const names = Object.keys(values)
    .filter(namesClient)
    .map((placeholder) => (values[placeholder] ?? '').trim())
    .filter((name) => isProperName(name))
    .filter((name) => colleagues.every((colleague) => !colleague.split(/\s+/).includes(name)));
  return {
    itemKey,
    version,
    at,
    paragraphs: readOwnText(inserted).lines,
    open: Object.keys(values).filter((name) => (values[name] ?? '') === ''),
    client: { names: unique(names), domains: unique(outside) },
  };
}

/** Words that make a placeholder name a client, and those that make it name ourselves or a thing. */
const clientWords =
  /recipient|client|customer|contact|company|organi[sz]ation|empfänger|mandant|kunde|kundin|firma|unternehmen|ansprechpartner|anrede|vorname|nachname|^name$|^(?:first|last) ?name$/i;
const otherWords =
  /\b(?:our|my|sender|your name|unser\w*|mein\w*|absender\w*|goal|date|question|need|topic|datum|frage|ziel|number|nummer|no)\b/i;

const namesClient = (placeholder: string) => {
  const words = placeholder.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[._-]+/g, ' ');
  return clientWords.test(words) && !otherWords.test(words);
};

const addressees = new Set(
  'all|everyone|everybody|team|colleagues|sir|madam|sir or madam|damen und herren|sehr geehrte damen und herren|alle|zusammen|kolleginnen und kollegen|the board'.split(
    '|',
  ),
);

/** A name begins with a capital, is short, and is not how one addresses everybody. */
function isProperName(name: string): boolean {
  const first = name.charAt(0);
  const isCapital = first.toLowerCase() === first.toUpperCase() || first === first.toUpperCase();
  return name.length >= 3 && name.length <= 80 && isCapital && !addressees.has(name.toLowerCase());
}

/** Domains where anybody has an address: they name no client. */
const mailProviders = new Set(
  'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com icloud.com me.com aol.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de proton.me protonmail.com mail.com'.split(
    ' ',
  ),
);

const unique = (values: readonly string[]) => Array.from(new Set(values));
