/** A language our texts are written in. English is what every other display language gets. */
export type TextLanguage = 'en' | 'de';

/** How the product speaks: chosen by the display language of the host. */
export interface Language {
  /** What the texts are written in; the document's `lang`. */
  readonly texts: TextLanguage;
  /** BCP 47 tag for figures, days and lists: the host's own where the texts are in its language. */
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
}

/** Figures and days beside English texts must read as English, whatever the host's region is. */
const fallback: Language = { texts: 'en', locale: 'en-GB', dir: 'ltr' };

/**
 * The language for a display language such as `de-AT`. `ar-XB`, CLDR's name for a made-up language
 * written from right to left, gets the English texts mirrored: no host asks for it, our tests do.
 */
export function languageFor(displayLanguage: string): Language {
  const locale = canonical(displayLanguage);
  if (locale === 'ar-XB') return { ...fallback, dir: 'rtl' };
  if (/^de(-|$)/.test(locale)) return { texts: 'de', locale, dir: 'ltr' };
  return /^en(-|$)/.test(locale) ? { ...fallback, locale } : fallback;
}

function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? fallback.locale;
  } catch {
    return fallback.locale;
  }
}
