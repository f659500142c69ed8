import { languageFor, type TextLanguage } from '@last-mile/shared/language';
import type { CoachedFor, CoachedPerson } from '@last-mile/shared/coaching';

/**
 * How a chat may begin. It is read by the other person and not by whoever sends it, so its language is
 * theirs; and it says nothing of what was seen of them.
 */
const drafts: Record<TextLanguage, Record<CoachedFor, string>> = {
  en: {
    badStart:
      'Hello! I look after Last Mile in our programme. First tries are often the hardest: if something did not work for you, I would like to hear it and put it right. Would ten minutes suit you?',
    wentQuiet:
      'Hello! I look after Last Mile in our programme. How are you getting on with it? If something is in your way, tell me: I am glad to help, or to find somebody who does the same work.',
    neverStarted:
      'Hello! I look after Last Mile in our programme. If you like, we take ten minutes and try one prompt that fits your work, on a task of your own. When would suit you?',
  },
  de: {
    badStart:
      'Hallo! Ich betreue Last Mile in unserem Programm. Die ersten Versuche sind oft die schwersten: Wenn etwas nicht geklappt hat, würde ich das gern hören und in Ordnung bringen. Passen zehn Minuten?',
    wentQuiet:
      'Hallo! Ich betreue Last Mile in unserem Programm. Wie läuft es damit? Wenn etwas im Weg steht, gern sagen: Ich helfe, oder finde jemanden mit der gleichen Arbeit.',
    neverStarted:
      'Hallo! Ich betreue Last Mile in unserem Programm. Gern nehmen wir uns zehn Minuten und probieren einen Prompt, der zur Arbeit passt, an einer eigenen Aufgabe. Wann würde es passen?',
  },
};

/** The draft for a person, in their language where it is known and ours where it is not. */
export function outreachDraft(
  { language, reason }: Pick<CoachedPerson, 'language' | 'reason'>,
  own: TextLanguage,
): string {
  return drafts[language === null ? own : languageFor(language).texts][reason];
}
