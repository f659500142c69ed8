import type { lifecycleTexts } from './lifecycleTexts';

export const lifecycleGerman: typeof lifecycleTexts = {
  title: 'Neu, wiederkehrend, wieder da, pausierend',
  definition:
    'Die Personen jeder Woche in vier Arten. Neu: ihre erste gezählte Handlung überhaupt. Wiederkehrend: diese und letzte Woche aktiv. Wieder da: jetzt aktiv, letzte Woche nicht, aber davor. Pausierend: jetzt nicht aktiv, letzte Woche schon; sie stehen unter der Linie und werden in einer Woche nicht genannt, in der wenige dazukamen oder gingen: Es verriete, was diese taten. Neu, wiederkehrend und wieder da sind zusammen die aktiven Personen.',
  kinds: {
    returning: 'Wiederkehrend',
    resurrecting: 'Wieder da',
    new: 'Neu',
    dormant: 'Pausierend',
  },
  chartLabel: 'Personen nach Art der Rückkehr und Woche',
  summary: (day, fresh, returning, back, dormant) =>
    `In der Woche vom ${day}: ${returning} wiederkehrend, ${fresh} neu, ${back} wieder da${dormant === null ? '' : `; ${dormant} pausierend`}.`,
  dormantWithheld: 'Verborgen: wenige kamen oder gingen',
  unknown:
    'Für die letzte Woche, die vorbei ist, gibt es keinen Verlauf: Nötig ist eine Woche, deren Summe gezeigt werden darf.',
  caption: 'Personen nach Art der Rückkehr und Woche',
};
