import type { Pixels } from './png';

/** The mark's own colours; the accent colour of the manifest is `pine`. */
export const palette = { pine: '#0b5563', amber: '#ffb94a', white: '#ffffff' } as const;

export interface MarkStyle {
  /** Fills the whole square, a square with round corners, or nothing behind the mark. */
  readonly ground: { readonly shape: 'square' | 'tile'; readonly colour: string } | undefined;
  readonly door: string;
  /** The colour of the place the road reaches; undefined leaves it cut out. */
  readonly place: string | undefined;
  /** How much of the icon's width the mark takes. */
  readonly share: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The mark is drawn on a square of 100 by 100: an arched door, a road cut through it that narrows
 * as it climbs, and the place it reaches.
 */
const doorway = { x: 50, top: 3, foot: 97, half: 36 };
const place = { x: 58, y: 30, radius: 10.5 };
const roadRadius = { start: 17, end: 4.5 };
const winding = roadOf([
  { x: 36, y: 112 },
  { x: 36, y: 66 },
  { x: 78, y: 84 },
  { x: 60, y: 52 },
]);

/** The mark at `size` pixels, each edge smoothed over one pixel. */
export function drawMark(size: number, style: MarkStyle): Pixels {
  const rgba = new Uint8Array(size * size * 4);
  const scale = (size * style.share) / 100;
  const offset = (size * (1 - style.share)) / 2;
  const pixel = 1 / scale;
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const here = {
        x: (x + 0.5 - offset) * pixel,
        y: (y + 0.5 - offset) * pixel,
      };
      const layers: [string, number][] = [];
      if (style.ground !== undefined) {
        layers.push([style.ground.colour, groundCoverage(style.ground.shape, x, y, size)]);
      }
      const door = coverage(distanceToDoor(here), pixel);
      const road = coverage(distanceToRoad(here), pixel);
      const reached = coverage(
        Math.hypot(here.x - place.x, here.y - place.y) - place.radius,
        pixel,
      );
      // A place with its own colour lies on the door; one without is cut out of it.
      const cut = style.place === undefined ? Math.max(road, reached) : road;
      layers.push([style.door, door * (1 - cut)]);
      if (style.place !== undefined) layers.push([style.place, reached]);
      rgba.set(blend(layers), (y * size + x) * 4);
    }
  }
  return { width: size, height: size, rgba };
}

function groundCoverage(shape: 'square' | 'tile', x: number, y: number, size: number): number {
  if (shape === 'square') return 1;
  const radius = size * 0.22;
  const half = size / 2;
  const reach = half - radius;
  const dx = Math.max(Math.abs(x + 0.5 - half) - reach, 0);
  const dy = Math.max(Math.abs(y + 0.5 - half) - reach, 0);
  return coverage(Math.hypot(dx, dy) - radius, 1);
}

/** How much of a pixel lies inside an edge `distance` away, the edge being one pixel soft. */
function coverage(distance: number, pixel: number): number {
  return Math.min(1, Math.max(0, 0.5 - distance / pixel));
}

function distanceToDoor(point: Point): number {
  const arch = doorway.top + doorway.half;
  return point.y < arch
    ? Math.hypot(point.x - doorway.x, point.y - arch) - doorway.half
    : Math.max(Math.abs(point.x - doorway.x) - doorway.half, point.y - doorway.foot);
}

/** The nearest edge of the road, whose width shrinks along its length. */
function distanceToRoad(point: Point): number {
  let nearest = Infinity;
  for (const { at, radius } of winding) {
    nearest = Math.min(nearest, Math.hypot(point.x - at.x, point.y - at.y) - radius);
  }
  return nearest;
}

function roadOf([a, b, c, d]: readonly [Point, Point, Point, Point]) {
  const steps = 400;
  return Array.from({ length: steps + 1 }, (_, step) => {
    const t = step / steps;
    const s = 1 - t;
    const along = (axis: 'x' | 'y') =>
      s ** 3 * a[axis] + 3 * s ** 2 * t * b[axis] + 3 * s * t ** 2 * c[axis] + t ** 3 * d[axis];
    return {
      at: { x: along('x'), y: along('y') },
      radius: roadRadius.start + (roadRadius.end - roadRadius.start) * t,
    };
  });
}

/** Lays the layers one over the other; the result is not premultiplied, as PNG wants it. */
function blend(
  layers: readonly [colour: string, alpha: number][],
): [number, number, number, number] {
  let red = 0;
  let green = 0;
  let blue = 0;
  let alpha = 0;
  for (const [colour, cover] of layers) {
    const value = Number.parseInt(colour.slice(1), 16);
    const kept = alpha * (1 - cover);
    const total = cover + kept;
    if (total === 0) continue;
    red = (((value >> 16) & 255) * cover + red * kept) / total;
    green = (((value >> 8) & 255) * cover + green * kept) / total;
    blue = ((value & 255) * cover + blue * kept) / total;
    alpha = total;
  }
  return [Math.round(red), Math.round(green), Math.round(blue), Math.round(alpha * 255)];
}
