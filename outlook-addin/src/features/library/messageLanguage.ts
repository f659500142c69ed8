import type { MessagePerson } from './composeMessage';
import { domainOf } from './organisations';

/** "de" of "de-AT". */
export const languageOf = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? '';

/** Small words that nearly every message has, and that the other languages here do not have. */
const smallWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: setOf(
    'the and you your for with that this have are will would from please which we our of to',
  ),
  de: setOf(
    'der und die das nicht mit ist ich wir sie ihr ihre eine einen auf für bitte auch von zu',
  ),
  fr: setOf(
    'le les des vous nous pour avec est une dans que qui sur votre notre pas merci et du au',
  ),
  es: setOf('el los las por para con una que del usted nosotros pero gracias muy como este está y'),
  it: setOf('il gli che per con una del della sono questo non anche grazie nostro vostro più di e'),
  nl: setOf('het een van voor met niet zijn wij jullie ons uw dat deze ook graag naar en de'),
};

/** How many small words tell a language, and how much more often than any other language's. */
const leastWords = 5;
const clearly = 2;

/** More of a text than this says nothing more about its language. */
const mostCharacters = 40_000;

/**
 * The language a message is written in, the thread below it included; null where the words do not
 * clearly tell. `body` may be HTML.
 */
export function languageOfText(body: string): string | null {
  const text = body
    .slice(0, mostCharacters)
    .replace(/<(style|script|head)[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>|&\w+;/g, ' ');
  const found = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const [first, second] = Object.entries(smallWords)
    .map(([language, small]) => ({
      language,
      count: found.filter((word) => small.has(word)).length,
    }))
    .sort((a, b) => b.count - a.count);
  if (first === undefined || second === undefined) return null;
  return first.count >= leastWords && first.count >= clearly * second.count ? first.language : null;
}

/** Countries where a client expects one language. Belgium, Canada or Switzerland have several. */
const countries: Readonly<Record<string, string | undefined>> = {
  ...{ uk: 'en', us: 'en', ie: 'en', au: 'en', nz: 'en' },
  ...{ de: 'de', at: 'de', li: 'de' },
  ...{ fr: 'fr', es: 'es', mx: 'es', ar: 'es', it: 'it', nl: 'nl', pl: 'pl', pt: 'pt', br: 'pt' },
  ...{ se: 'sv', no: 'no', dk: 'da', fi: 'fi', cz: 'cs', hu: 'hu', gr: 'el', tr: 'tr', jp: 'ja' },
};

/** The language of the country in every recipient's address; null where one has none, or they differ. */
export function languageOfAddresses(to: readonly MessagePerson[]): string | null {
  const languages = new Set(
    to.map(
      ({ emailAddress }) => countries[domainOf(emailAddress)?.split('.').at(-1) ?? ''] ?? null,
    ),
  );
  const [only = null, ...others] = languages;
  return others.length === 0 ? only : null;
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
