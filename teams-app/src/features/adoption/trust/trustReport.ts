import { observations, value, word } from '../panel/cells';
import { trustFigures, trustInWords } from '../../../app/figures/trustFigures';
import type { Report } from '../panel/report';
import type { Shown } from '../panel/shown';
import { trustTexts as texts } from '../../../app/figures/trustTexts';

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
