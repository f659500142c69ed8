import type { heatTexts } from './heatTexts';

export const heatGerman: typeof heatTexts = {
  title: 'Was daraus wird',
  definition:
    'Die Heatmap dieser Version: wie oft jeder Absatz so gesendet wurde, wie er ist, umgeschrieben oder gelöscht wurde, über die letzten 12 abgeschlossenen Wochen. Gezählt wird beim Senden auf den Geräten; niemandes Worte verlassen sie. Eine Woche zählt ganz oder gar nicht, damit sie nie von wenigen Personen spricht, und was spät eintrifft, zählt nicht.',
  loading: 'Die Heatmap wird geladen',
  over: (drafts, weeks) => `${drafts} Entwürfe in ${weeks} der letzten 12 Wochen`,
  notEnough: (smallest) =>
    `Noch zu wenig Daten: mindestens ${String(smallest)} Personen müssen sie in einer Woche senden.`,
  caption: 'Wie oft jeder Absatz behalten, umgeschrieben oder gelöscht wurde',
  paragraph: 'Absatz',
  fates: 'Was daraus wurde',
  shares: (kept, rewritten, deleted) =>
    `${kept} behalten, ${rewritten} umgeschrieben, ${deleted} gelöscht`,
  unknown: 'Zu wenig Daten',
};
