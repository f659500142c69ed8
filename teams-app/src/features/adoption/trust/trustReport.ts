import type { Measure, Trust } from '@last-mile/shared/adoption';
import type { Formats } from '../../../app/formats';
import { observations, value, word } from '../panel/cells';
import { figureTexts } from '../../../app/figures/figureTexts';
import type { Report } from '../panel/report';
import type { Shown } from '../panel/shown';
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

/** The trust figures as a table. */
export function trustReport({ range, formats }: Shown): Report {
  const { trust, smallestGroup } = range;
  const [kept = '', redo = '', flags = ''] = trustFigures.map(({ key, write }) =>
    trustInWords(trust[key], (figure) => write(figure, formats), smallestGroup),
  );
  return {
    title: texts.title,
    summary: texts.summary(kept, redo, flags),
    caption: texts.caption,
    columns: [
      { key: 'figure', title: texts.columnFigure },
      { key: 'value', title: texts.columnValue, numeric: true },
      { key: 'over', title: texts.columnOver, numeric: true },
    ],
    rows: trustFigures.map(({ key, write }) => ({
      key,
      cells: [
        word(texts[key]),
        value(trust[key], (figure) => write(figure, formats)),
        observations(trust[key], formats),
      ],
    })),
  };
}
