import PptxGenJs from 'pptxgenjs';
import type { Deck, DeckBars, DeckTable } from './deck';

type Slide = ReturnType<PptxGenJs['addSlide']>;

const mediaType = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
/** Inches, as PowerPoint measures: a wide slide is 13.33 by 7.5. */
const left = 0.6;
const width = 12.1;
const slideHeight = 7.5;
const edge = 0.4;
const cellMargins = 0.1;
/** How wide a letter and how high a line is, in parts of the font's size: rather too much than too little. */
const letterOfFont = 0.55;
const lineOfFont = 1.35;
const ink = { dark: '242424', quiet: '616161', brand: '4F52B2', line: 'D1D1D1' } as const;
const font = 'Segoe UI';

/** The slides as a PowerPoint file: tables and charts that can be changed there, no pictures. */
export async function writePowerPoint(deck: Deck): Promise<Blob> {
  const file = new PptxGenJs();
  file.layout = 'LAYOUT_WIDE';
  file.title = deck.title;
  file.theme = { headFontFace: font, bodyFontFace: font };

  const first = file.addSlide();
  // A long name grows upwards.
  const name = place(0.6, 2.5, { fontSize: 40, bold: true, color: ink.dark });
  first.addText(deck.title, { ...name, valign: 'bottom' });
  first.addText(deck.subtitle, place(3.2, 0.7, { fontSize: 22, color: ink.brand }));
  first.addText(deck.cohort, place(4.1, 1, { fontSize: 14, color: ink.quiet }));

  const headline = titled(file, deck.headline.title);
  addTable(headline, deck.headline, { y: 1.3, columns: [2.6, 3.3, 6.2], fontSize: 13 });
  if (deck.rates !== null) addBars(file, headline, deck.rates, { y: 4.6, h: 2.6, percent: true });

  const foundLook = { y: 1.3, columns: [3.4, 4.3, 4.4], fontSize: 11 };
  for (const rows of rowsBySlide(deck.found.rows, foundLook)) {
    addTable(titled(file, deck.found.title), { ...deck.found, rows }, foundLook);
  }

  const savedTime = titled(file, deck.savedTimeTitle);
  if (deck.savedTime !== null) addBars(file, savedTime, deck.savedTime, { y: 1.4, h: 4.6 });
  savedTime.addText(
    deck.savedTimeNote,
    place(deck.savedTime === null ? 1.4 : 6.2, 0.8, { fontSize: 14, color: ink.quiet }),
  );

  const method = titled(file, deck.method.title);
  addTable(method, deck.method, { y: 1.3, columns: [2.9, 9.2], fontSize: 10 });

  const bytes = (await file.write({ outputType: 'uint8array' })) as Uint8Array<ArrayBuffer>;
  return new Blob([bytes], { type: mediaType });
}

interface TextStyle {
  readonly fontSize: number;
  readonly color: string;
  readonly bold?: boolean;
}

const place = (y: number, h: number, style: TextStyle) => ({
  ...{ x: left, y, w: width, h, margin: 0, fontFace: font, valign: 'top' as const },
  ...style,
});

function titled(file: PptxGenJs, title: string): Slide {
  const slide = file.addSlide();
  slide.addText(title, place(0.5, 0.6, { fontSize: 26, bold: true, color: ink.dark }));
  return slide;
}

interface TableLook {
  readonly y: number;
  /** Inches of each column. */
  readonly columns: readonly number[];
  readonly fontSize: number;
}

function addTable(slide: Slide, { heads, rows }: DeckTable, { y, columns, fontSize }: TableLook) {
  const cell = (text: string, bold: boolean) => ({
    text,
    options: { bold, color: bold ? ink.dark : ink.quiet },
  });
  slide.addTable(
    [
      heads.map((head) => cell(head, true)),
      ...rows.map((row) => row.map((words, column) => cell(words, column === 0))),
    ],
    {
      ...{ x: left, y, w: width, colW: [...columns], fontSize, fontFace: font, valign: 'top' },
      border: { type: 'solid', pt: 0.75, color: ink.line },
    },
  );
}

/** As many rows on each slide as fit above its lower edge, by how many lines their letters take. */
function rowsBySlide(rows: DeckTable['rows'], { y, columns, fontSize }: TableLook) {
  const inches = (points: number) => points / 72;
  const linesOf = (words: string, column: number) =>
    words
      .split('\n')
      .map((line) => (line.length * inches(letterOfFont * fontSize)) / (columns[column] ?? width))
      .reduce((sum, lines) => sum + Math.max(1, Math.ceil(lines)), 0);
  const heightOf = (lines: number) => lines * inches(lineOfFont * fontSize) + cellMargins;
  const room = slideHeight - y - edge - heightOf(1);
  const slides: (readonly string[])[][] = [[]];
  let filled = 0;
  for (const row of rows) {
    const height = heightOf(Math.max(...row.map(linesOf)));
    if (filled > 0 && filled + height > room) {
      slides.push([]);
      filled = 0;
    }
    slides.at(-1)?.push(row);
    filled += height;
  }
  return slides;
}

interface BarsLook {
  readonly y: number;
  readonly h: number;
  /** Values are shares. @default false */
  readonly percent?: boolean;
}

function addBars(file: PptxGenJs, slide: Slide, { name, bars }: DeckBars, look: BarsLook) {
  const { y, h, percent = false } = look;
  // PowerPoint draws bars from the bottom up; they are read from the top down.
  const upwards = bars.toReversed();
  slide.addChart(
    file.ChartType.bar,
    [{ name, labels: upwards.map((bar) => bar.name), values: upwards.map(({ value }) => value) }],
    {
      ...{ x: left, y, w: width, h, barDir: 'bar', chartColors: [ink.brand], valAxisMinVal: 0 },
      ...(percent ? { valAxisMaxVal: 1 } : {}),
      ...{ showValue: true, dataLabelFormatCode: percent ? '0%' : '0', dataLabelFontSize: 12 },
      ...{ valAxisHidden: true, valGridLine: { style: 'none' } },
      ...{ catAxisLabelFontSize: 12, altText: name },
    },
  );
}
