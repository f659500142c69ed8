import { texts } from '../../../app/texts';

/** Words of translations, own variants, and where a person finds what they wrote. */
export const variantTexts = texts('libraryVariants', {
  ownVariant: 'Make my own variant',
  translate: 'Translate',
  variantTitle: 'Make your own variant',
  variantHint: 'Only you see it. It stays beside the shared item, which tells you when it changes.',
  translateTitle: 'Translate an item',
  translateHint:
    'It has an approval of its own, and waits for review when the original gets a newer text.',
  language: 'Language of the translation',
  chooseLanguage: 'Choose a language',
  notPublished: 'Only a published item can be translated or varied',
  backToItem: 'Back to the item',
  translationOf: 'Translation of',
  variantOf: 'Your variant of',
  translations: 'Also in',
  originalChanged: 'The original has a newer text.',
  compare: 'Compare',
  closeComparison: 'Close comparison',
  comparing: 'Loading both texts',
  then: 'When this was made',
  now: 'The original now',
  textGone: 'The earlier text is not kept any more.',
  saysNewText: (version: number) =>
    `My text says what version ${String(version)} of the original says`,

  ownSubtitle: 'What you wrote and is not in everybody’s library.',
  ownLoading: 'Loading what you wrote',
  ownEmptyTitle: 'Nothing here yet',
  ownEmpty: 'Write an item, or make your own variant of one from its page.',
  states: {
    variant: 'Only for you',
    draft: 'Draft',
    inReview: 'Handed in',
    returned: 'Given back',
    retired: 'Retired',
  },
  retiresOn: (day: string) =>
    `Nobody changed it for long. On ${day} it is retired; save it once more to keep it as a draft.`,
  changeOf: 'A change to a published item',
  returnedBy: (name: string, note: string) => `${name}: ${note}`,
  someone: 'A champion',
});
