import type { DrawnChart } from '../panel/drawnChart';
import type { Report } from '../panel/report';
import type { Shown } from '../panel/shown';
import { exportTexts as texts } from './exportTexts';
import { createPaper, type Paper } from './paper';
import { weekRangeOf } from './weekRangeOf';

export interface PictureParts {
  report: Report;
  shown: Shown;
  /** The chart on the screen; without one the table is drawn. */
  chart: DrawnChart | null;
  /** An element in the theme whose colours and type the picture takes. */
  styled: Element;
}

/** Twice as many pixels as on the screen, so that it stays sharp on a slide. */
const scale = 2;
const width = 960;

/** A panel as a PNG that stands alone: title, sentence, chart or table, range of weeks and as-of moment. */
export async function drawPicture({ report, shown, chart, styled }: PictureParts): Promise<Blob> {
  const paper = createPaper({ width, scale, styled });
  paper.text(report.title, { size: 20, bold: true });
  paper.text(report.summary, { size: 14 });
  paper.space(8);
  const image = await imageOf(chart, paper.background);
  if (image === null) drawTable(paper, report);
  else {
    paper.image(image, scale);
    paper.legend(chart?.legend ?? []);
  }
  paper.space(8);
  paper.text(sourceOf(shown), { size: 12, quiet: true });
  return paper.finish();
}

/** Where the figures come from and when, so that a picture that travels can be asked. */
function sourceOf(shown: Shown) {
  const { whole, formats, sampleData } = shown;
  return [
    whole.programmeName,
    `${texts.weeks} ${weekRangeOf(shown)}`,
    `${texts.asOf} ${formats.moment(whole.asOf)}`,
    ...(sampleData ? [texts.sampleData] : []),
  ].join(' · ');
}

async function imageOf(chart: DrawnChart | null, background: string) {
  const address = await chart?.toImage({ background, scale });
  if (address === undefined) return null;
  const image = new Image();
  image.src = address;
  await image.decode();
  return image;
}

function drawTable(paper: Paper, { columns, rows }: Report) {
  const numeric = columns.map((column) => column.numeric === true || column.share === true);
  const cells = rows.map((row) =>
    row.cells.map(({ text, people }) =>
      people === undefined ? text : `${text} (${String(people.n)}/${String(people.of)})`,
    ),
  );
  paper.table({ heads: columns.map(({ title }) => title), rows: cells, numeric });
}
