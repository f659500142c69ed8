import type { noticeTexts } from './noticeTexts';

export const noticeGerman: typeof noticeTexts = {
  title: 'Hinweis für alle',
  subtitle:
    'Was Last Mile misst und was nie, wer was sieht und was jede und jeder selbst bestimmt.',
  language: 'Sprache des Hinweises',
  languages: { en: 'English', de: 'Deutsch' },
  copy: 'Als Text kopieren',
  copied: 'Kopiert.',
  notCopied: 'Das Kopieren ging nicht.',
  byHand: 'Den Text markieren und von Hand kopieren.',
  toFillIn: 'Wer ihn weitergibt, ergänzt, was in eckigen Klammern steht.',
};
