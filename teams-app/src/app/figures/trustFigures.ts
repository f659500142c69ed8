import type { Measure, Trust } from '@last-mile/shared/adoption';
import type { Formats } from '../formats';
import { figureTexts } from './figureTexts';
import { trustTexts as texts } from './trustTexts';

/** The three figures, how each is written and what it was taken over. */
export const trustFigures = [
  {
    key: 'keptShare',
    write: (share: number, { percent }: Formats) => percent(share),
    over: (n: string) => texts.drafts(n),
  },
  {
    key: 'redoRate',
    write: (share: number, { percent }: Formats) => percent(share),
    over: (n: string) => texts.answers(n),
  },
  {
    key: 'flagsPer100',
    write: (flags: number, { decimal }: Formats) => decimal(flags),
    over: (n: string) => texts.uses(n),
  },
] as const satisfies readonly {
  key: keyof Trust;
  write: (value: number, formats: Formats) => string;
  over: (n: string) => string;
}[];

/** A trust figure as it is read, or what is needed before it can be. */
export function trustInWords(figure: Measure, write: (value: number) => string, smallest: number) {
  if (figure.state === 'known') return write(figure.value);
  if (figure.state === 'pending') return figureTexts.pending;
  return figure.state === 'hidden' ? texts.hidden : texts.notEnough(smallest);
}
