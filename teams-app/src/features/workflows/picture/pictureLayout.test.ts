import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  layoutPicture,
  type PictureLayout,
  type Rectangle,
  type WrittenLine,
} from './pictureLayout';
import type { PictureWords, StepWords, Tone } from './pictureWords';
import { linesOf, widthOf } from './writtenLines';

const tones: Tone[] = ['name', 'plain', 'quiet', 'handoff', 'ai', 'friction'];

/** Words of every kind: long ones, one that never ends, and letters as wide as they are high. */
const words = fc.oneof(
  fc.lorem({ maxCount: 30 }),
  fc.string({ minLength: 1, maxLength: 255 }),
  fc.constant('Mandantenkommunikationsunterlagenzusammenstellung'.repeat(4)),
  fc.constant('会議の記録'.repeat(20)),
);

/** Up to thirty steps of up to eight roles. */
const pictured: fc.Arbitrary<PictureWords> = fc.record({
  title: words,
  totals: words,
  foot: fc.oneof(fc.constant(''), words),
  steps: fc
    .array(
      fc.record({
        role: fc.nat({ max: 7 }),
        actor: words,
        isSlot: fc.boolean(),
        isHandoff: fc.boolean(),
        pieces: fc.array(fc.record({ tone: fc.constantFrom(...tones), words }), {
          ...{ minLength: 1, maxLength: 12 },
        }),
      }),
      { minLength: 1, maxLength: 30 },
    )
    .map((all) =>
      all.map(({ role, ...step }, index): StepWords => ({
        ...step,
        id: String(index),
        lane: String(role),
      })),
    ),
});

const options = fc.record({
  width: fc.integer({ min: 0, max: 1_600 }),
  dir: fc.constantFrom('ltr' as const, 'rtl' as const),
});

const overlap = (one: Rectangle, other: Rectangle) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

const holds = (outer: Rectangle, inner: Rectangle) =>
  inner.x >= outer.x - 0.01 &&
  inner.y >= outer.y - 0.01 &&
  inner.x + inner.width <= outer.x + outer.width + 0.01 &&
  inner.y + inner.height <= outer.y + outer.height + 0.01;

/** Where a line stands, ascenders and descenders included. */
const placeOf = ({ words: line, x, y, size }: WrittenLine, dir: 'ltr' | 'rtl'): Rectangle => {
  const width = widthOf(line, size);
  return { x: dir === 'rtl' ? x - width : x, y: y - size, width, height: size * 1.25 };
};

const pairs = <Item>(items: readonly Item[]): [Item, Item][] =>
  items.flatMap((one, index) => items.slice(index + 1).map((other): [Item, Item] => [one, other]));

/** The straight parts of all ways, as rectangles without a width. */
const stretches = ({ bands }: PictureLayout): Rectangle[] =>
  bands
    .flatMap(({ ways }) => ways)
    .flatMap(({ points }) =>
      points.slice(1).map(([x, y], index) => {
        const [fromX, fromY] = points[index] ?? [x, y];
        return {
          ...{ x: Math.min(x, fromX), y: Math.min(y, fromY) },
          ...{ width: Math.abs(x - fromX), height: Math.abs(y - fromY) },
        };
      }),
    );

function layouts(check: (layout: PictureLayout, dir: 'ltr' | 'rtl', said: PictureWords) => void) {
  fc.assert(
    fc.property(pictured, options, (said, where) => {
      check(layoutPicture(said, where), where.dir, said);
    }),
    { numRuns: 60 },
  );
}

describe('in a picture of a map', () => {
  test('no step lies on another, and none on the name of a lane', () => {
    layouts(({ bands }, dir) => {
      const boxes = bands.flatMap((band) => band.boxes);
      expect(pairs(boxes).filter(([one, other]) => overlap(one, other))).toEqual([]);
      const names = bands
        .flatMap(({ lanes }) => lanes)
        .flatMap(({ lines }) => lines.map((line) => placeOf(line, dir)));
      expect(boxes.filter((box) => names.some((name) => overlap(box, name)))).toEqual([]);
    });
  });

  test('everything is inside, each step in one lane and its words in its box', () => {
    layouts(({ width, height, head, foot, bands }, dir) => {
      const whole = { x: 0, y: 0, width, height };
      const lanes = bands.flatMap((band) => band.lanes);
      const loose = [...head, ...foot, ...lanes.flatMap(({ lines }) => lines)];
      for (const line of loose) expect(holds(whole, placeOf(line, dir))).toBe(true);
      for (const lane of lanes) expect(holds(whole, lane)).toBe(true);
      expect(pairs(lanes).filter(([one, other]) => overlap(one, other))).toEqual([]);
      for (const box of bands.flatMap(({ boxes }) => boxes)) {
        expect(lanes.filter((lane) => holds(lane, box))).toHaveLength(1);
        for (const chip of box.chips) expect(holds(box, chip)).toBe(true);
        for (const line of box.lines) expect(holds(box, placeOf(line, dir))).toBe(true);
      }
    });
  });

  test('a friction without a word has nothing behind it', () => {
    const pieces = [{ tone: 'friction' as const, words: ' ' }];
    const step = { id: '0', lane: '0', actor: 'Clerk', isSlot: false, isHandoff: false, pieces };
    const said = { title: 'Quote', totals: '', foot: '', steps: [step] };
    const { bands } = layoutPicture(said, { width: 320, dir: 'ltr' });
    expect(bands.flatMap(({ boxes }) => boxes.flatMap(({ chips }) => chips))).toEqual([]);
  });

  test('the way to the next step runs through no step, and stays inside', () => {
    layouts((layout) => {
      const boxes = layout.bands.flatMap((band) => band.boxes);
      const whole = { x: 0, y: 0, width: layout.width, height: layout.height };
      for (const stretch of stretches(layout)) {
        expect(holds(whole, stretch)).toBe(true);
        expect(boxes.filter((box) => overlap(box, stretch))).toEqual([]);
      }
    });
  });

  test('every step stands there once, in its order, whatever the width', () => {
    layouts(({ bands }, _, { steps }) => {
      const drawn = bands.flatMap(({ boxes }) => boxes.map(({ id }) => id));
      expect(drawn).toEqual(steps.map(({ id }) => id));
    });
  });

  test('from right to left is the mirror image', () => {
    fc.assert(
      fc.property(pictured, fc.integer({ min: 320, max: 1_600 }), (said, width) => {
        const [ltr, rtl] = [
          layoutPicture(said, { width, dir: 'ltr' }),
          layoutPicture(said, { width, dir: 'rtl' }),
        ];
        const places = ({ bands }: PictureLayout) => bands.flatMap(({ boxes }) => boxes);
        expect(places(rtl).map(({ x }) => x)).toEqual(
          places(ltr).map((box) => ltr.width - box.x - box.width),
        );
        expect(rtl.height).toBe(ltr.height);
      }),
      { numRuns: 20 },
    );
  });
});

test('words are broken into lines that fit, and none of them is lost', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 60, max: 600 }), (said, width) => {
      const lines = linesOf(said, 14, width);
      expect(lines.filter((line) => widthOf(line, 14) > width)).toEqual([]);
      expect(lines.join('').replace(/\s/g, '')).toBe(said.replace(/\s/g, ''));
    }),
  );
});
