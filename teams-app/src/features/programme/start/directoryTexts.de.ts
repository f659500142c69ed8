import type { directoryTexts } from './directoryTexts';

export const directoryGerman: typeof directoryTexts = {
  nobody: { people: 'Niemand mit diesem Namen', groups: 'Keine Gruppe mit diesem Namen' },
  byName: 'Den Anfang eines Namens eingeben.',
  remove: (name) => `${name} herausnehmen`,
  unknown: 'Jemand, den das Verzeichnis nicht nennt',
};
