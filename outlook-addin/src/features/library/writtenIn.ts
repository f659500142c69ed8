/** An item's language when the browser knows it: dates are written in it. */
export function writtenIn(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
