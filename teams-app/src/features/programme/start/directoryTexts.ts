import { texts } from '../../../app/texts';

/** Words of looking somebody up in the directory. */
export const directoryTexts = texts('directory', {
  nobody: { people: 'Nobody of that name', groups: 'No group of that name' },
  byName: 'Type the beginning of a name.',
  remove: (name: string) => `Take ${name} out`,
  unknown: 'Somebody the directory does not name',
});
