import { texts } from '../../app/texts';

/** Words of the programme screens. */
export const programmeTexts = texts('programme', {
  noneTitle: 'You are in no programme yet',
  none: 'Last Mile runs for the people of a programme: a team, a start and a champion who answers for it. Your account is in none of them.',
  noneWhatToDo:
    'Ask the champion who set up this channel to add you to the programme’s group in Microsoft Entra ID, then look again. It can take an hour until a change arrives here.',
  noneStart:
    'As a champion you can start one, in about 15 minutes. If one was started already, ask its owner to add you, then look again.',
  start: 'Start a programme',
  lookAgain: 'Look again',
  ownData: 'What is held about you',
});
