import type { dialogTexts } from './dialogTexts';

export const dialogGerman: typeof dialogTexts = {
  opens: 'Dazu öffnet sich ein Fenster, das sich von selbst wieder schließt.',
  trouble: {
    closed:
      'Das Fenster wurde vor dem Ende der Anmeldung geschlossen. Ein neuer Versuch ist jederzeit möglich.',
    ignored: 'Das Fenster wurde nicht geöffnet. Noch einmal „Anmelden“ und dann „Zulassen“ wählen.',
    blocked:
      'Der Browser hat das Fenster nicht geöffnet. Fenster für Outlook in seinen Einstellungen zulassen und erneut versuchen.',
    open: 'Ein Fenster von Last Mile ist schon offen. Dort weitermachen, oder es schließen und erneut versuchen.',
    refused:
      'Die Anmeldung wurde abgelehnt. Dem Gefragten zustimmen, oder die Microsoft-365-Administration bitten, Last Mile zuzulassen.',
    failed:
      'Die Anmeldung hat nicht funktioniert. Erneut versuchen. Bleibt es so, hilft die Microsoft-365-Administration.',
  },
};
