import type { LegendEntry } from '../panel/drawnChart';

export interface Paper {
  readonly background: string;
  /** A paragraph, broken where it does not fit. */
  text(words: string, style: { size: number; bold?: boolean; quiet?: boolean }): void;
  space(pixels: number): void;
  /** An image that was made with `scale` times the pixels it stands for. */
  image(image: HTMLImageElement, scale: number): void;
  legend(entries: readonly LegendEntry[]): void;
  table(table: {
    heads: readonly string[];
    rows: readonly (readonly string[])[];
    numeric: readonly boolean[];
  }): void;
  /** The paper as a PNG, as high as what is on it. */
  finish(): Promise<Blob>;
}

interface PaperOptions {
  readonly width: number;
  readonly scale: number;
  readonly styled: Element;
}

const margin = 24;
const lineHeight = 1.4;
const gap = 16;

/** What is drawn once the height is known. */
type Stroke = (context: CanvasRenderingContext2D) => void;

/** A sheet that grows downwards, in the colours and the type of the page. */
export function createPaper({ width: least, scale, styled }: PaperOptions): Paper {
  const style = getComputedStyle(styled);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const background = token('--colorNeutralBackground1');
  const ink = token('--colorNeutralForeground1');
  const quietInk = token('--colorNeutralForeground2');
  const line = token('--colorNeutralStroke2');
  const ruler = contextOf(document.createElement('canvas'));
  const strokes: Stroke[] = [];
  let width = least;
  let y = margin;

  const font = (size: number, bold = false) =>
    `${bold ? '600 ' : ''}${String(size)}px ${style.fontFamily}`;
  const measure = (words: string, size: number, bold = false) => {
    ruler.font = font(size, bold);
    return ruler.measureText(words).width;
  };
  const write = (
    words: string,
    at: { x: number; y: number; size: number; bold?: boolean; color?: string; end?: boolean },
  ) => {
    strokes.push((context) => {
      context.font = font(at.size, at.bold);
      context.fillStyle = at.color ?? ink;
      context.textAlign = at.end === true ? 'right' : 'left';
      context.fillText(words, at.x, at.y);
    });
  };
  const rule = (from: { x: number; y: number }, length: number, color: string, of: LegendLine) => {
    strokes.push((context) => {
      context.strokeStyle = color;
      context.lineWidth = of.width;
      context.setLineDash((of.dash ?? '').split(' ').filter(Boolean).map(Number));
      context.beginPath();
      context.moveTo(from.x, from.y);
      context.lineTo(from.x + length, from.y);
      context.stroke();
    });
  };
  /** A colour of the theme, `var(--name)`, as a canvas takes it. */
  const resolved = (color: string) => {
    const name = /^var\((--[^,)]+)\)$/.exec(color)?.[1];
    return name === undefined ? color : token(name);
  };

  return {
    background,
    text(words, { size, bold = false, quiet = false }) {
      const fits = (part: string) => measure(part, size, bold) <= least - 2 * margin;
      for (const part of brokenInto(words, fits)) {
        y += size * lineHeight;
        write(part, { x: margin, y, size, bold, color: quiet ? quietInk : ink });
      }
    },
    space(pixels) {
      y += pixels;
    },
    image(image, drawnScale) {
      const top = y;
      const size = { width: image.width / drawnScale, height: image.height / drawnScale };
      width = Math.max(width, size.width + 2 * margin);
      strokes.push((context) => {
        context.drawImage(image, margin, top, size.width, size.height);
      });
      y += size.height;
    },
    legend(entries) {
      const size = 12;
      y += size * lineHeight;
      let x = margin;
      for (const { name, color, width: thickness, dash } of entries) {
        const length = 24 + 8 + measure(name, size) + gap;
        if (x + length > width - margin && x > margin) {
          x = margin;
          y += size * lineHeight;
        }
        rule({ x, y: y - size / 3 }, 24, resolved(color), {
          width: thickness,
          ...(dash === undefined ? {} : { dash }),
        });
        write(name, { x: x + 32, y, size });
        x += length;
      }
      y += size;
    },
    table({ heads, rows, numeric }) {
      const size = 12;
      // The first column names its row, in bold as the heads are.
      const isBold = (row: number, column: number) => row === 0 || column === 0;
      const lines = [heads, ...rows];
      const widths = heads.map((_, column) =>
        Math.max(
          ...lines.map((line, row) => measure(line[column] ?? '', size, isBold(row, column))),
        ),
      );
      const whole = widths.reduce((sum, column) => sum + column + gap, 0);
      width = Math.max(width, whole + 2 * margin);
      for (const [index, row] of lines.entries()) {
        y += size * lineHeight + 4;
        let x = margin;
        row.forEach((words, column) => {
          const room = widths[column] ?? 0;
          const end = numeric[column] === true;
          write(words, { x: end ? x + room : x, y, size, bold: isBold(index, column), end });
          x += room + gap;
        });
        rule({ x: margin, y: y + 6 }, whole, line, { width: 1 });
      }
      y += size;
    },
    finish() {
      const canvas = document.createElement('canvas');
      canvas.width = Math.ceil(width * scale);
      canvas.height = Math.ceil((y + margin) * scale);
      const context = contextOf(canvas);
      context.scale(scale, scale);
      context.fillStyle = background;
      context.fillRect(0, 0, width, y + margin);
      for (const stroke of strokes) stroke(context);
      return new Promise((resolve, reject) => {
        canvas.toBlob((blob) => {
          if (blob === null) reject(new Error('The browser made no picture.'));
          else resolve(blob);
        }, 'image/png');
      });
    },
  };
}

type LegendLine = Pick<LegendEntry, 'width' | 'dash'>;

function brokenInto(words: string, fits: (part: string) => boolean): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('The browser draws no pictures.');
  return context;
}
