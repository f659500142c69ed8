import { plural } from '@last-mile/shared/language';
import { texts } from '../../../app/texts';

/** Words of the library's settings, and of handing items over. */
export const settingsTexts = texts('librarySettings', {
  title: 'Settings of the library',
  subtitle: 'How long a text stays approved, who sees it, and who keeps it true.',
  back: 'Back to the library',
  loading: 'Loading the settings',

  review: 'Review',
  reviewAfter: 'Days until a published item falls due for review',
  reviewHint: 'From 30 to 365. It holds for what is published or renewed from now on.',
  wrongPeriod: 'Use a whole number from 30 to 365.',

  sharing: 'Other programmes',
  share: 'Let other programmes see our published items',
  shareHint:
    'Their people can use them, not change them. What they flag comes to your queue; you see nothing of their people.',
  take: 'Libraries our people see too',
  takeHint: 'Only published items are seen, beside your own.',
  noOthers: 'No other programme shares its library yet.',
  notShared: (name: string) => `${name} (not shared any more)`,

  tags: 'Tags',
  tagsHint:
    'A renamed tag reads otherwise in every item at once. What was approved stays approved, and links by the old name still find it.',
  renamedTags: 'Renamed tags',
  renamed: (from: string, to: string) => `“${from}” is called “${to}”`,
  takeBack: 'Take back',
  takeBackName: (from: string, to: string) => `Take back: “${from}” is called “${to}”`,
  noTags: 'No item has a tag yet.',
  tag: 'Tag',
  chooseTag: 'Choose a tag',
  newTagName: 'New name',
  rename: 'Rename',

  save: 'Save',
  saving: 'Saving…',
  saved: 'Saved.',
  notSaved: 'Not saved.',
  overtaken:
    'Someone changed these meanwhile. This is how they stand now: change them again and save.',

  owners: 'Owners',
  ownersHint: 'Who keeps how many items true. Who has left the programme comes first.',
  ownersLoading: 'Loading the owners',
  noOwners: 'Nobody owns an item yet.',
  owner: 'Owner',
  items: 'Items',
  handOver: 'Hand over',
  unknownPerson: 'Somebody the directory does not know any more',
  hasLeft: 'left the programme',
  handOverAll: (name: string) => `Hand over everything of ${name}`,
  handOverTo: (name: string) => `Who keeps the items of ${name} from now on?`,
  handingOver: (done: number) => plural(done, { one: '# item so far', other: '# items so far' }),
  handedOver: (done: number) =>
    plural(done, { one: '# item handed over.', other: '# items handed over.' }),
  handOverStopped: (done: number) =>
    plural(done, { one: 'Stopped after # item.', other: 'Stopped after # items.' }),
  stayed: (titles: readonly string[]) => `Try again in a moment for: ${titles.join(', ')}.`,

  ownedBy: (name: string) => `Kept by ${name}`,
  changeOwner: 'Change owner',
  newOwner: 'Who keeps it true from now on?',
  cancel: 'Cancel',
});
