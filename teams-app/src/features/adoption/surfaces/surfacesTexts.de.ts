import type { surfacesTexts } from './surfacesTexts';

export const surfacesGerman: typeof surfacesTexts = {
  title: 'Outlook, Teams und Copilot',
  definition:
    'Verschiedene Personen danach, wo sie gehandelt haben: in Outlook, in Teams, oder an einem Tag, an dem der Nutzungsbericht von Microsoft 365 Copilot sie gesehen hat. Eine Person kann in mehreren sein, darum ergeben die drei keine Summe; wer nur aus einer hochgeladenen Datei bekannt ist, ist in keiner. Der Copilot-Bericht umfasst nur Personen mit Lizenz und kommt bis zu 72 Stunden später; was er nicht gesehen hat, gilt nicht als keine Nutzung.',
  kinds: { outlook: 'Outlook', teams: 'Teams', copilot: 'Copilot' },
  chartLabel: 'Personen nach Ort der Nutzung, Woche für Woche',
  summary: (day, figures) => `In der Woche vom ${day}: ${figures}.`,
  part: (name, share) => `${name} ${share}`,
  unknown: 'Noch ist keine Woche vorbei.',
  caption: 'Personen nach Ort der Nutzung, Woche für Woche',

  none: 'Noch ist kein Nutzungsbericht von Copilot gekommen. Ein Microsoft 365-Admin kann ihn zulassen; ein Champion kann eine CSV-Datei mit der Nutzung hochladen.',
  refused: (permission) =>
    `Microsoft verweigert den Nutzungsbericht von Copilot: Die Berechtigung ${permission} fehlt, darum werden Copilot-Tage nicht gezählt.`,
  refusedAdmin:
    'Der App in Microsoft Entra ID erteilen (App-Registrierungen → API-Berechtigungen → Administratorzustimmung erteilen); der nächste Tagesbericht zählt dann.',
  refusedOthers: 'Ein Microsoft 365-Admin kann sie erteilen.',
  concealed: (day) =>
    `Der Copilot-Bericht vom ${day} verbirgt Namen, darum können seine Tage für niemanden gezählt werden.`,
  concealedAdmin:
    'Im Microsoft 365 Admin Center unter Einstellungen → Einstellungen der Organisation → Berichte „Verborgene Benutzer-, Gruppen- und Websitenamen in allen Berichten anzeigen“ ausschalten. Der nächste Tagesbericht zählt dann.',
  concealedOthers:
    'Ein Microsoft 365-Admin kann es ändern: Microsoft 365 Admin Center → Einstellungen → Einstellungen der Organisation → Berichte, „Verborgene Benutzer-, Gruppen- und Websitenamen in allen Berichten anzeigen“ muss aus sein.',
  stale: (day) =>
    `Der letzte Copilot-Bericht ist vom ${day}: Spätere Tage sind noch nicht bekannt.`,
  missing: (days) =>
    `Von den letzten 28 Tagen ${days === 1 ? 'hat 1' : `haben ${String(days)}`} keinen Copilot-Bericht; Nutzung an ihnen kann fehlen.`,
  upToDate: (day) => `Der Copilot-Bericht ist aktuell: ${day}.`,
};
