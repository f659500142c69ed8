import { texts } from '../texts';

/** Words of choosing a person of the programme. */
export const peopleTexts = texts('people', {
  personHint: 'Write the beginning of a name.',
  noPerson: 'Nobody of this programme is called so.',
});
