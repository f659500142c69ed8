import type { Leftover } from './findLeftovers';

/** Outlook shows at most this many characters of a Smart Alert's message (contracts E). */
export const longestAlert = 500;

interface LeftoverTexts {
  readonly intro: string;
  readonly placeholder: (what: string, around: string) => string;
  readonly otherClient: (what: string, around: string) => string;
  readonly missingAttachment: (around: string) => string;
  readonly more: (number: number) => string;
  /** On the button that opens the pane; at most 20 characters. */
  readonly action: string;
}

/** Every word of the alert, by language. English is what every other display language gets. */
const texts: Readonly<Record<'en' | 'de', LeftoverTexts>> = {
  en: {
    intro: 'Before you send:',
    placeholder: (what, around) => `{{${what}}} is not filled in (“${around}”).`,
    otherClient: (what, around) => `“${what}” belongs to another client (“${around}”).`,
    missingAttachment: (around) => `Nothing is attached, though you write “${around}”.`,
    more: (number) => `And ${number} more.`,
    action: 'Open Last Mile',
  },
  de: {
    intro: 'Vor dem Senden:',
    placeholder: (what, around) => `{{${what}}} ist nicht ausgefüllt („${around}“).`,
    otherClient: (what, around) => `„${what}“ gehört zu einem anderen Kunden („${around}“).`,
    missingAttachment: (around) => `Es ist nichts angehängt, obwohl Sie schreiben: „${around}“.`,
    more: (number) => `Und ${number} weitere.`,
    action: 'Last Mile öffnen',
  },
};

/** What the alert says of what was found: in the language of Outlook's own texts, within its limit. */
export function leftoverAlert(leftovers: readonly Leftover[], displayLanguage: string) {
  const words = /^de\b/i.test(displayLanguage) ? texts.de : texts.en;
  const sentences = leftovers.map((one) => sentenceOf(one, words));
  let shown = sentences.length;
  const message = () => {
    const rest = sentences.length - shown;
    return [words.intro]
      .concat(sentences.slice(0, shown))
      .concat(rest > 0 ? [words.more(rest)] : [])
      .join(' ');
  };
  while (shown > 0 && message().length > longestAlert) shown -= 1;
  return { message: message(), action: words.action };
}

function sentenceOf(leftover: Leftover, words: LeftoverTexts): string {
  switch (leftover.kind) {
    case 'placeholder':
      return words.placeholder(leftover.what, leftover.around);
    case 'otherClient':
      return words.otherClient(leftover.what, leftover.around);
    case 'missingAttachment':
      return words.missingAttachment(leftover.around);
  }
}
