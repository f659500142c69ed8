import type { siteOwnerMessageTexts } from './siteOwnerMessageTexts';

export const siteOwnerMessageGerman: typeof siteOwnerMessageTexts = {
  title: 'In SharePoint',
  body: 'Tab und Bereich in Outlook funktionieren für die Gruppe. Damit ihre Leute die Listen auch in SharePoint öffnen können, braucht es einmal je Programm jemanden, dem die Website gehört. Diese Nachricht reicht:',
  message: (name, groupId) =>
    `An wen die SharePoint-Website von Last Mile gehört: Bitte die Leute von ${name} die Listen lesen lassen, die für alle sind. Entweder „npm run provision -- --step sharepoint“ ausführen oder die Entra-Gruppe ${groupId} zu den Besuchern der Website hinzufügen (Einstellungen, Websiteberechtigungen).`,
  copy: 'Nachricht kopieren',
  copied: 'Kopiert.',
  copyRefused: 'Das Kopieren ging nicht. Den Text markieren und von Hand kopieren.',
};
