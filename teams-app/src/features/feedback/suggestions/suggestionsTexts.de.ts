import { plural } from '@last-mile/shared/language';
import type { suggestionsTexts } from './suggestionsTexts';

export const suggestionsGerman: typeof suggestionsTexts = {
  loading: 'Vorschläge werden geladen',
  emptyTitle: 'Noch keine Vorschläge',
  empty: 'Hier steht, was besser sein sollte, sobald ein Champion es aufgenommen hat.',
  noneTitle: 'Nichts davon',
  none: 'Ein anderer Stand zeigt mehr.',
  about: 'Was besser sein sollte und was daraus wurde. Von wem es ist, sieht niemand.',
  state: 'Stand',
  anyState: 'Jeder Stand',
  sort: 'Reihenfolge',
  sorts: { votes: 'Meiste Stimmen zuerst', newest: 'Neueste zuerst' },
  states: {
    new: 'Offen',
    inProgress: 'Jemand kümmert sich darum',
    waitingOnVendor: 'Wartet auf den Anbieter',
    closed: 'Erledigt',
  },
  outcome: {
    promptAdjusted: 'Der Text wurde geändert',
    workflowChanged: 'Die Arbeitsweise wurde geändert',
    trainingChanged: 'Die Schulung wurde geändert',
    vendor: 'An den Anbieter gegeben',
    declined: 'Bleibt, wie es ist',
  },
  vote: 'Das möchte ich auch',
  voteFor: (words) => `Das möchte ich auch: ${words}`,
  votes: (count) => plural(count, { one: '# Stimme', other: '# Stimmen' }),
  own: 'Eigener',
  notShown:
    'Das ist nur für die eigene Ansicht: Ein Champion hat es nicht aufgenommen, oder es ist zurückgehalten.',
  sent: (day) => `Vorgeschlagen ${day}`,
  open: 'Öffnen',
  waiting: 'Die Stimme ist auf diesem Gerät gespeichert und wird gesendet.',
  notKept: 'Die Stimme kam nicht an. Bitte noch einmal versuchen.',
};
