import { texts } from '../../../app/texts';

/** Words around the notice to employees; its own words are in both languages wherever it is read. */
export const noticeTexts = texts('notice', {
  title: 'Notice to employees',
  subtitle:
    'What Last Mile measures and what it never does, who sees what, and what people decide.',
  language: 'Language of the notice',
  languages: { en: 'English', de: 'Deutsch' },
  copy: 'Copy as text',
  copied: 'Copied.',
  notCopied: 'It could not be copied.',
  byHand: 'Select the text and copy it by hand.',
  toFillIn: 'Who passes it on fills in what stands in square brackets.',
});
