import type { DraftFill } from './draftFill';
import { around, isWordCharacter } from './letters';
import { domainOf, type Recipient } from './recipients';

/** A name or domain of a client this message is no longer for, and the words around it. */
export interface OtherClient {
  readonly mark: string;
  readonly around: string;
}

export interface ClientQuestion {
  readonly lines: readonly string[];
  readonly links: readonly string[];
  /** Fillings of this draft so far, the earliest first. */
  readonly fills: readonly DraftFill[];
  readonly recipients: readonly Recipient[];
}

/**
 * Marks of another client in the person's own lines. A client is another one when an earlier filling
 * of this draft was for it and neither the latest filling nor any recipient is; the latest filling is
 * itself for another client when every outside recipient it knew is gone. What the latest filling says
 * on purpose, in its own text, is not left over.
 */
export function otherClientsIn({ lines, links, fills, recipients }: ClientQuestion): OtherClient[] {
  const latest = fills[fills.length - 1];
  if (latest === undefined) return [];
  const domains = recipients.map(({ emailAddress }) => domainOf(emailAddress));
  const isGone = (fill: DraftFill) =>
    fill.client.domains.length > 0 && !fill.client.domains.some((one) => domains.includes(one));
  const current = isGone(latest) ? undefined : latest;

  const names = new Set<string>();
  const leftDomains = new Set<string>();
  const own = fills.filter((fill) => fill === current || isForCurrent(fill, current, isGone));
  for (const fill of fills.filter((one) => !own.includes(one))) {
    for (const name of fill.client.names) names.add(name);
    for (const domain of fill.client.domains) leftDomains.add(domain);
  }
  for (const fill of own) for (const name of fill.client.names) names.delete(name);
  for (const domain of domains) leftDomains.delete(domain);

  const meant = (current?.paragraphs ?? []).join('\n');
  const mentioned = recipients.map(({ displayName }) => displayName).join('\n');
  const found: OtherClient[] = [];
  names.forEach((name) => {
    if (placeOfName(meant, name) !== -1 || placeOfName(mentioned, name) !== -1) return;
    const place = firstPlace(lines, (line) => placeOfName(line, name));
    if (place !== null) found.push({ mark: name, around: place });
  });
  leftDomains.forEach((domain) => {
    if (meant.toLowerCase().includes(domain)) return;
    const place =
      firstPlace(lines, (line) => placeOfDomain(line, domain)) ??
      firstPlace(links, (link) => placeOfDomain(link, domain));
    if (place !== null) found.push({ mark: domain, around: place });
  });
  return found;
}

/** Whether an earlier filling was for whom the message is now for. */
function isForCurrent(
  fill: DraftFill,
  current: DraftFill | undefined,
  isGone: (fill: DraftFill) => boolean,
): boolean {
  if (fill.client.domains.length > 0) return !isGone(fill);
  // Filled before anybody was addressed: only the names it was given can tell.
  if (current === undefined) return false;
  return fill.client.names.some((name) => current.client.names.includes(name));
}

function firstPlace(lines: readonly string[], placeIn: (line: string) => number): string | null {
  for (const line of lines) {
    const at = placeIn(line);
    if (at !== -1) return around(line, at, at + 1);
  }
  return null;
}

/** First names that are words as well: only a greeting makes them a name. */
const alsoWords = new Set(
  'will mark may hope grace grant bill rich art chase faith rose summer hunter frank dean max ernst sommer winter lang klein kurz gross weiss schwarz braun june april august dawn joy'.split(
    ' ',
  ),
);
const greeting =
  /(?:^|[\s,])(?:dear|hi|hello|hey|hallo|liebe|lieber|herr|frau|herrn|mr|mrs|ms|guten tag|guten morgen)\.?\s$/i;

/** Where the name stands as a word: as written, in capitals, or with a genitive s; -1 where it does not. */
function placeOfName(text: string, name: string): number {
  const needsGreeting = alsoWords.has(name.toLowerCase());
  for (const written of [name, name.toUpperCase()]) {
    for (let at = text.indexOf(written); at !== -1; at = text.indexOf(written, at + 1)) {
      let end = at + written.length;
      if (text.charAt(end) === 's') end += 1;
      const isWord = !isWordCharacter(text.charAt(at - 1)) && !isWordCharacter(text.charAt(end));
      // Within an address it is the domain's finding.
      const isAddress = text.charAt(end) === '@' || /[.@]/.test(text.charAt(at - 1));
      if (!isWord || isAddress) continue;
      if (!needsGreeting || greeting.test(text.slice(0, at))) return at;
    }
  }
  return -1;
}

function placeOfDomain(text: string, domain: string): number {
  const lower = text.toLowerCase();
  for (let at = lower.indexOf(domain); at !== -1; at = lower.indexOf(domain, at + 1)) {
    const before = lower.charAt(at - 1);
    const after = lower.slice(at + domain.length, at + domain.length + 2);
    const isWhole = !isWordCharacter(before) && before !== '-' && !/^(?:[\w-]|\.[a-z])/.test(after);
    if (isWhole) return at;
  }
  return -1;
}
