import type { programmeTexts } from './programmeTexts';

export const programmeGerman: typeof programmeTexts = {
  noneTitle: 'Noch in keinem Programm',
  none: 'Last Mile gibt es für die Personen eines Programms: ein Team, ein Start und ein Champion, der dafür einsteht. Dieses Konto gehört zu keinem.',
  noneWhatToDo:
    'Der Champion, der diesen Kanal eingerichtet hat, kann das Konto in die Gruppe des Programms in Microsoft Entra ID aufnehmen. Danach hier erneut nachsehen: Bis eine Änderung ankommt, kann eine Stunde vergehen.',
  noneStart:
    'Ein Champion kann eines starten, in etwa 15 Minuten. Gibt es schon eines, kann die verantwortliche Person das Konto aufnehmen. Danach hier erneut nachsehen.',
  start: 'Programm starten',
  lookAgain: 'Erneut nachsehen',
  ownData: 'Was über mich gespeichert ist',
};
