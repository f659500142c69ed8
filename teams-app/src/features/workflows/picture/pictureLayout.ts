import type { PictureWords, StepWords, Tone } from './pictureWords';
import { linesOf, widthOf } from './writtenLines';

/** A rectangle in the picture, in pixels from its top left corner. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A line of words; `x` is where it begins, at the right where one reads from the right. */
export interface WrittenLine {
  readonly words: string;
  readonly x: number;
  /** Of the line that letters stand on. */
  readonly y: number;
  readonly size: number;
  readonly tone: Tone;
}

/** A step's box with what stands in it. */
export interface StepBox extends Rectangle {
  readonly id: string;
  readonly isSlot: boolean;
  readonly lines: readonly WrittenLine[];
  /** What lies behind the words on a friction. */
  readonly chips: readonly Rectangle[];
}

/** A strip of what one role does. */
interface Lane extends Rectangle {
  readonly lines: readonly WrittenLine[];
}

/** The way from a step to the next. */
export interface Way {
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly isHandoff: boolean;
}

/** As many steps as fit beside each other, in the lanes of those who do them. */
export interface Band {
  readonly top: number;
  readonly height: number;
  readonly lanes: readonly Lane[];
  readonly boxes: readonly StepBox[];
  readonly ways: readonly Way[];
}

export interface PictureLayout {
  readonly width: number;
  readonly height: number;
  readonly head: readonly WrittenLine[];
  readonly bands: readonly Band[];
  readonly foot: readonly WrittenLine[];
}

export interface LayoutOptions {
  /** How wide the picture may be; it is narrower where it has fewer steps, and never under one step. */
  readonly width: number;
  readonly dir: 'ltr' | 'rtl';
}

const margin = 8;
const boxWidth = 184;
/** Between two steps: where the way to the next one goes, and changes its lane. */
const gutter = 36;
/** Inside a lane, and so wide that a way can come from the band before. */
const lanePadding = 18;
const boxPadding = 10;
const betweenBands = 20;
const lineHeight = 1.4;
/** How deep in a box a way leaves it and arrives. */
const doorAt = 20;
const chipPadding = 4;

const sizes: Readonly<Record<Tone, number>> = {
  ...{ name: 14, plain: 12, quiet: 12, handoff: 12, ai: 12, friction: 12 },
};
const titleSize = 18;

/**
 * Lays a map out: steps in their order, wrapped into bands, each in the lane of who does it. Nothing
 * overlaps, whatever the words are: boxes grow with them, and ways run between boxes.
 */
export function layoutPicture(words: PictureWords, { width, dir }: LayoutOptions): PictureLayout {
  const { steps } = words;
  const around = 2 * (margin + lanePadding);
  const fitting = Math.floor((width - around + gutter) / (boxWidth + gutter));
  const columns = Math.max(1, Math.min(fitting, steps.length));
  const whole = around + columns * boxWidth + (columns - 1) * gutter;
  const laneOrder = [...new Set(steps.map(({ lane }) => lane))];

  const title = writeLines(words.title, 'name', margin, 0, whole - 2 * margin, titleSize);
  const totals = writeLines(words.totals, 'quiet', margin, title.bottom, whole - 2 * margin);
  const bands: Band[] = [];
  let y = totals.bottom + betweenBands;
  for (let from = 0; from < steps.length; from += columns) {
    const band = layoutBand({ steps, from, to: from + columns, laneOrder, top: y, whole });
    bands.push(band);
    y += band.height + betweenBands;
  }
  const foot = writeLines(words.foot, 'plain', margin, y - betweenBands, whole - 2 * margin);
  const layout: PictureLayout = {
    width: whole,
    height: foot.bottom + margin,
    head: [...title.lines, ...totals.lines],
    bands,
    foot: foot.lines,
  };
  return dir === 'rtl' ? mirrored(layout) : layout;
}

interface BandOptions {
  steps: readonly StepWords[];
  from: number;
  to: number;
  laneOrder: readonly string[];
  top: number;
  whole: number;
}

function layoutBand({ steps, from, to, laneOrder, top, whole }: BandOptions): Band {
  const inBand = steps.slice(from, to);
  const lanes: Lane[] = [];
  const boxes = new Map<StepWords, StepBox>();
  let y = top;
  for (const lane of laneOrder) {
    const [first] = inBand.filter((step) => step.lane === lane);
    if (first === undefined) continue;
    // No wider than a step, so that a way that changes its lane never runs through the name.
    const name = writeLines(first.actor, 'quiet', margin + lanePadding, y + 6, boxWidth);
    const boxTop = name.bottom + 6;
    let bottom = boxTop;
    inBand.forEach((step, column) => {
      if (step.lane !== lane) return;
      const x = margin + lanePadding + column * (boxWidth + gutter);
      const box = layoutBox(step, x, boxTop);
      boxes.set(step, box);
      bottom = Math.max(bottom, boxTop + box.height);
    });
    const height = bottom + lanePadding - y;
    lanes.push({ x: margin, y, width: whole - 2 * margin, height, lines: name.lines });
    y += height;
  }
  const inOrder = inBand.flatMap((step) => boxes.get(step) ?? []);
  return {
    ...{ top, height: y - top, lanes, boxes: inOrder },
    ways: waysOf(inBand, inOrder, { hasBefore: from > 0, next: steps[to] }),
  };
}

function layoutBox({ id, isSlot, pieces }: StepWords, x: number, y: number): StepBox {
  const lines: WrittenLine[] = [];
  const chips: Rectangle[] = [];
  let bottom = y + boxPadding / 2;
  for (const { tone, words } of pieces) {
    const isChip = tone === 'friction';
    const inset = boxPadding + (isChip ? chipPadding : 0);
    const from = bottom + (isChip ? 2 * chipPadding : chipPadding / 2);
    const written = writeLines(words, tone, x + inset, from, boxWidth - 2 * inset);
    lines.push(...written.lines);
    bottom = written.bottom;
    if (!isChip || written.lines.length === 0) continue;
    const longest = Math.max(...written.lines.map((line) => widthOf(line.words, line.size)));
    chips.push({
      ...{ x: x + boxPadding, y: from - chipPadding / 2 },
      width: Math.min(longest + 2 * chipPadding, boxWidth - 2 * boxPadding),
      height: bottom - from + chipPadding,
    });
    bottom += chipPadding;
  }
  return { id, isSlot, lines, chips, x, y, width: boxWidth, height: bottom + boxPadding - y };
}

/** From box to box; the first and the last way of a band come from the band before, and go to the next. */
function waysOf(
  steps: readonly StepWords[],
  boxes: readonly StepBox[],
  { hasBefore, next }: { hasBefore: boolean; next: StepWords | undefined },
): Way[] {
  const reach = lanePadding - 4;
  return boxes.flatMap((box, index): Way[] => {
    const [step, before] = [steps[index], boxes[index - 1]];
    const door = box.y + doorAt;
    const isHandoff = step?.isHandoff === true;
    const arriving: Way[] =
      before !== undefined
        ? [{ isHandoff, points: wayBetween(before, box) }]
        : hasBefore
          ? [{ isHandoff, points: [[box.x - reach, door], [box.x, door]] }] // prettier-ignore
          : [];
    const right = box.x + box.width;
    const leaving: Way[] =
      index === boxes.length - 1 && next !== undefined
        ? [{ isHandoff: next.isHandoff, points: [[right, door], [right + reach, door]] }] // prettier-ignore
        : [];
    return [...arriving, ...leaving];
  });
}

function wayBetween(from: StepBox, to: StepBox): Way['points'] {
  const [left, right] = [from.x + from.width, to.x];
  const [out, into] = [from.y + doorAt, to.y + doorAt];
  const middle = (left + right) / 2;
  const turn: Way['points'] = out === into ? [] : [[middle, out], [middle, into]]; // prettier-ignore
  return [[left, out], ...turn, [right, into]];
}

/** Words below each other from `top` on, and where they end. */
function writeLines(
  words: string,
  tone: Tone,
  x: number,
  top: number,
  width: number,
  size = sizes[tone],
): { lines: WrittenLine[]; bottom: number } {
  const lines = linesOf(words, size, width).map((line, index) => ({
    ...{ words: line, x, size, tone },
    y: top + size * (lineHeight * index + 1.1),
  }));
  return { lines, bottom: top + lines.length * size * lineHeight };
}

/** The same, read from the right. */
function mirrored({ width, height, head, bands, foot }: PictureLayout): PictureLayout {
  const line = (one: WrittenLine) => ({ ...one, x: width - one.x });
  const flip = <Shape extends Rectangle>(shape: Shape) => ({
    ...shape,
    x: width - shape.x - shape.width,
  });
  return {
    ...{ width, height, head: head.map(line), foot: foot.map(line) },
    bands: bands.map(({ lanes, boxes, ways, ...band }) => ({
      ...band,
      lanes: lanes.map((lane) => ({ ...flip(lane), lines: lane.lines.map(line) })),
      boxes: boxes.map((box) => ({
        ...flip(box),
        lines: box.lines.map(line),
        chips: box.chips.map(flip),
      })),
      ways: ways.map((way) => ({
        ...way,
        points: way.points.map(([x, y]) => [width - x, y] as const),
      })),
    })),
  };
}
