import type { LibraryItem } from '@last-mile/shared/library';
import type { Composing, MessageContext, MessagePerson } from './composeMessage';
import { languageOf } from './messageLanguage';
import { domainOf, isSameOrganisation } from './organisations';
import { plainSubject } from './subjectMarks';
import { folded, isTelling, words } from './words';

/** Why an item is proposed for a message: the strongest of its reasons. */
export type FitReason =
  | { readonly because: 'subject'; /** As the person wrote it. */ readonly word: string }
  | { readonly because: 'reply' | 'forward' | 'outside' | 'inside' };

export interface Fit {
  readonly score: number;
  readonly reason: FitReason;
}

export interface FitQuery {
  readonly message: Pick<MessageContext, 'subject' | 'to' | 'sender' | 'composing'>;
  /** The reader's job family; null when they chose to see all alike. */
  readonly jobFamily: string | null;
  /** Keys of what this person used, the latest first. */
  readonly usedLately: readonly string[];
  /** Languages the message asks for, the best first. */
  readonly languages: readonly string[];
  /** Name of the task with this key. */
  readonly taskName: (taskKey: string) => string;
}

/** Whether anybody outside the sender's organisation gets the message; null while nobody is on it. */
function audienceOf({
  to,
  sender,
}: Pick<MessageContext, 'to' | 'sender'>): 'inside' | 'outside' | null {
  const own = sender === null ? null : domainOf(sender.emailAddress);
  if (to.length === 0 || own === null) return null;
  const isInside = ({ emailAddress }: MessagePerson) => {
    const domain = domainOf(emailAddress);
    return domain !== null && isSameOrganisation(domain, own);
  };
  return to.every(isInside) ? 'inside' : 'outside';
}

/** What each clue counts. One word of the subject in the title is enough for a proposal; hints are not. */
const weights = {
  title: 3,
  label: 2,
  purpose: 1,
  composing: 1,
  audience: 1,
  own: 0.5,
  lately: 0.5,
  otherLanguage: -2,
};
const leastForProposal = 2;

/**
 * How well an item fits a message, by the subject's telling words, whom it goes to, and whether it is a
 * reply; the reader's job family and what they used lately decide between what fits alike, and
 * what is in the message's language comes first. Null for what
 * is not to be proposed: too little speaks for it, or it is for colleagues and a client would get it.
 */
export function fitOf(item: LibraryItem, query: FitQuery): Fit | null {
  const { message, jobFamily, usedLately, languages, taskName } = query;
  const { title, purpose, tags, taskKey, subject, jobFamilies } = item.content;
  const task = taskKey === null ? '' : taskName(taskKey);
  const [inTitle, inLabels, inPurpose] = [
    words(title),
    words([...tags, task, subject ?? ''].join(' ')),
    words(purpose),
  ];
  const own = new Set([...inTitle, ...inLabels, ...inPurpose]);
  const says = (hints: ReadonlySet<string>) => [...own].some((word) => hints.has(word));

  const audience = audienceOf(message);
  const isFor = says(hints.inside) ? 'inside' : says(hints.outside) ? 'outside' : null;
  if (audience === 'outside' && isFor === 'inside') return null;

  const telling = tellingWords(message.subject).map(({ written, word }) => {
    const isIn = (others: readonly string[]) => others.some((other) => isLike(word, other));
    const weight = isIn(inTitle)
      ? weights.title
      : isIn(inLabels)
        ? weights.label
        : isIn(inPurpose)
          ? weights.purpose
          : 0;
    return { written, weight };
  });
  const [strongest] = [...telling].sort((a, b) => b.weight - a.weight);
  const bySubject = telling.reduce((sum, { weight }) => sum + weight, 0);
  const fitsComposing = message.composing !== 'new' && says(hints[message.composing]);
  const fitsAudience = audience !== null && isFor === audience;
  const clues =
    bySubject + (fitsComposing ? weights.composing : 0) + (fitsAudience ? weights.audience : 0);
  if (clues < leastForProposal) return null;
  const isOwn = jobFamily !== null && jobFamilies.includes(jobFamily);
  const [language] = languages;
  const isInIt = language === undefined || languageOf(item.content.language) === language;
  return {
    score:
      clues +
      (isInIt ? 0 : weights.otherLanguage) +
      (isOwn ? weights.own : 0) +
      (usedLately.includes(item.clientKey) ? weights.lately : 0),
    reason: reasonOf({ strongest, composing: message.composing, fitsComposing, audience }),
  };
}

function reasonOf({
  strongest,
  composing,
  fitsComposing,
  audience,
}: {
  strongest: { written: string; weight: number } | undefined;
  composing: Composing;
  fitsComposing: boolean;
  audience: 'inside' | 'outside' | null;
}): FitReason {
  if (strongest !== undefined && strongest.weight > 0) {
    return { because: 'subject', word: strongest.written };
  }
  if (fitsComposing && composing !== 'new') return { because: composing };
  return { because: audience ?? 'outside' };
}

/** Words by which authors say what an item is for, in English and German, without case and accents. */
const hints = {
  reply: new Set('reply replying response respond answer antwort antworten beantworten'.split(' ')),
  forward: new Set('forward forwarding weiterleiten weiterleitung handover ubergabe'.split(' ')),
  outside: new Set(
    'client clients customer customers kunde kunden mandant mandanten supplier suppliers lieferant vendor prospect partner'.split(
      ' ',
    ),
  ),
  inside: new Set(
    'internal internally intern interne interner colleague colleagues kollegen kolleginnen'.split(
      ' ',
    ),
  ),
} as const;

/** The subject's telling words, each once, as they were written and folded. */
function tellingWords(subject: string) {
  const seen = new Set<string>();
  return (plainSubject(subject).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).flatMap((written) => {
    const word = folded(written);
    if (!isTelling(word) || seen.has(word)) return [];
    seen.add(word);
    return [{ written, word }];
  });
}

/** So many letters more make another form of the same word, not another word. */
const longestEnding = 2;

/** "review" and "reviews", "Angebot" and "Angebots". */
function isLike(one: string, other: string): boolean {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  return (
    one === other ||
    (shorter.length >= 5 &&
      longer.length - shorter.length <= longestEnding &&
      longer.startsWith(shorter))
  );
}
