import type { retentionTexts } from './retentionTexts';

export const retentionGerman: typeof retentionTexts = {
  title: 'Dabeigeblieben nach Startwoche',
  definition:
    'Personen sind nach der Woche ihrer ersten gezählten Handlung im Programm zusammengefasst. Jede Zelle sagt, wie viele von ihnen so viele Wochen später aktiv waren; wer seither gegangen ist, gehört dazu und ist nicht aktiv. Gruppen, von denen nur wenige übrig sind, sind verborgen. Ein Strich steht für eine Zahl, die verborgen oder nicht bekannt ist; Exporte und Bildschirmleser erhalten den Grund.',
  summary: (day, n, of, rate, weeks) =>
    `Von den ${of} Personen, die in der Woche vom ${day} begannen, waren ${n} ${weeks} später aktiv: ${rate}.`,
  weeks: (count) => (count === 1 ? 'eine Woche' : `${String(count)} Wochen`),
  unknown: 'Zu wenig Daten: Nach der ersten Startwoche muss eine weitere Woche vorbei sein.',
  none: 'Noch hat niemand begonnen. Die erste Zeile erscheint, wenn die erste Woche mit einer gezählten Handlung vorbei ist.',
  caption: 'Anteil der Personen, die in späteren Wochen aktiv waren, nach der Woche ihres Beginns',
  columnStart: 'Begonnen in',
  columnPeople: 'Personen',
  columnWeek: (number) => `+${String(number)}`,
  dash: '–',
};
