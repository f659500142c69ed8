import { texts } from '../texts';

/** Words of the trust figures. Figures come in written. */
export const trustTexts = texts('trust', {
  title: 'Trust',
  definition:
    'Over the last 12 closed weeks. Kept share: how much of an inserted template’s text is still there at send, the median over drafts; counted on the device, it speaks about templates, never about a person. Redo rate: answers “yes” to “Did you have to redo it?”, asked at most weekly. Flags per 100 uses: flags on library items and on what an assistant wrote, over counted uses of library items. Groups too small to be shown say “not enough data”, whatever the number of drafts.',
  keptShare: 'Kept of a template’s text',
  redoRate: 'Had to redo it',
  flagsPer100: 'Flags per 100 uses',
  drafts: (n: string) => `median of ${n} drafts`,
  answers: (n: string) => `of ${n} answers to “Did you have to redo it?”`,
  uses: (n: string) => `over ${n} counted uses`,
  notEnough: (smallest: number) => `Not enough data: needs ${String(smallest)} people`,
  hidden: 'Hidden: too few people, or it would reveal them',
  summary: (kept: string, redo: string, flags: string) =>
    `Kept of a template’s text: ${kept}. Had to redo it: ${redo}. Flags per 100 uses: ${flags}.`,
  caption: 'Kept share, redo rate and flags, over the last 12 closed weeks',
  columnFigure: 'Figure',
  columnValue: 'Value',
  columnOver: 'Taken over',
});
