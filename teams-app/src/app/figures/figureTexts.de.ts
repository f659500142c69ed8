import type { figureTexts } from './figureTexts';

export const figuresGerman: typeof figureTexts = {
  about: (what) => `Info: ${what}`,
  hidden: 'Verborgen',
  hiddenGroup: (smallest) =>
    `Verborgen: weniger als ${String(smallest)} Personen, oder es würde sie verraten`,
  notEnoughData: 'Zu wenig Daten',
  pending: 'Wird berechnet',
  band: (half, of) =>
    `${half === 'under' ? 'Weniger als die Hälfte' : 'Mindestens die Hälfte'} von ${of}`,
  few: (smallest) => `Weniger als ${String(smallest)}`,
  nOf: (n, of) => `${n} von ${of}`,
  nOfPeople: (n, of) => `${n} von ${of} Personen`,
  rateWithPeople: (rate, n, of) => `${rate} (${n} von ${of})`,
  arrow: (first, second) => `${first} → ${second}`,
  samePeople: (people) => `dieselben ${people} Personen`,
  needsTen: 'Zu wenig Daten: auf beiden Seiten sind 10 Personen nötig',
  interval: (what, shift, low, high) =>
    `${what}: ${shift} bei denselben Personen, 95-%-Intervall von ${low} bis ${high}.`,
  less: (minutes) => `${minutes} weniger`,
  more: (minutes) => `${minutes} mehr`,
  noChange: 'keine Änderung',
  association: 'Ein Zusammenhang, kein Beweis.',
};
