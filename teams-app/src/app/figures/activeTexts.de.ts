import { plural } from '@last-mile/shared/language';
import type { activeTexts } from './activeTexts';

const points = (count: number) => plural(count, { one: '# Punkt', other: '# Punkte' });

export const activeGerman: typeof activeTexts = {
  title: 'Aktive Personen',
  definition:
    'Verschiedene Personen des Programms mit mindestens einer gezählten Handlung in einer Woche, die vorbei ist, geteilt durch alle, die am letzten Tag dieser Woche im Programm waren. Zwei Arten werden gezählt und immer getrennt gezeigt: KI-Nutzung (ein Prompt, der kopiert oder in einem Assistenten geöffnet wurde, ein Tag mit Aktivität in Microsoft 365 Copilot oder ein Tag aus einer hochgeladenen Datei) und Vorlagennutzung (eine Vorlage, die in Outlook eingefügt wurde). Eine Person kann in beiden sein. Diese Registerkarte öffnen, suchen und lesen zählt nicht. Die Nutzung lässt nach, sobald zwei abgeschlossene Wochen in Folge 15 % oder mehr unter der besten Woche des Programms liegen.',
  targetMet: (count, target) =>
    count === 0 ? `Genau das Ziel von ${target}` : `${points(count)} über dem Ziel von ${target}`,
  targetMissed: (count, target) => `${points(count)} unter dem Ziel von ${target}`,
  before: 'Vor dem Programm',
  beforeUnknown: 'Nicht gemessen',
  since: (rate, change) => `${rate} · seitdem ${change} Punkte`,
  sinceSame: (rate) => `${rate} · jetzt etwa gleich`,
  best: 'Beste Woche',
  bestIsNow: 'Diese',
  holding: (rate, day) => `${rate}, ${day} · hält sich`,
  fading: (rate, day) => `${rate}, ${day} · lässt nach`,
  fadingFlag: 'Die Nutzung lässt nach',
  fadingMeaning:
    'Die letzten zwei abgeschlossenen Wochen liegen 15 % oder mehr unter der besten Woche des Programms.',
  aiUse: 'KI-Nutzung',
  templateUse: 'Vorlagennutzung',
  people: 'Personen im Programm',
  moved: (joined, left) => `${joined} dazugekommen, ${left} gegangen`,
  movedFew: (smallest) => `Weniger als ${String(smallest)} kamen oder gingen`,
  few: (smallest) => `weniger als ${String(smallest)}`,

  caption: 'Die letzte Woche, die vorbei ist',
  columnFigure: 'Kennzahl',
  columnPeople: 'Personen',
  target: 'Ziel',
  joined: 'Seit der Vorwoche dazugekommen',
  left: 'Seit der Vorwoche gegangen',
};
