/** Words that stand in every other subject tell nothing. */
const commonWords = new Set(
  'about after aktuell anfrage bitte draft dear email from have info into mail message more next note please question regarding request some team thanks that their them there this today tomorrow urgent week will with your'.split(
    ' ',
  ),
);

/** The words of a text, without case and accents. */
export function words(text: string): string[] {
  return folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Whether a folded word says what a message is about. */
export const isTelling = (word: string) => word.length >= 4 && !commonWords.has(word);

/** Letters without case and accents, so that "résumé" is found by "resume". */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
