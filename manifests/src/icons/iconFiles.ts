import { palette, type MarkStyle } from './mark';

export interface IconFile {
  readonly file: string;
  readonly size: number;
  readonly style: MarkStyle;
}

const tile: MarkStyle = {
  ground: { shape: 'tile', colour: palette.pine },
  door: palette.white,
  place: palette.amber,
  share: 0.78,
};

/** The add-in only manifest must not be mistaken for the app it stands in for: the same mark, the colours turned round. */
const turnedTile: MarkStyle = {
  ground: { shape: 'tile', colour: palette.amber },
  door: palette.pine,
  place: palette.white,
  share: 0.78,
};

/** What goes inside the app package: Teams asks for exactly these sizes. */
export const packagedIcons = {
  color: {
    file: 'color.png',
    size: 192,
    // Teams rounds the corners itself and wants the symbol well inside.
    style: { ...tile, ground: { shape: 'square', colour: palette.pine }, share: 0.6 },
  },
  color32x32: { file: 'color32x32.png', size: 32, style: tile },
  outline: {
    file: 'outline.png',
    size: 32,
    style: { ground: undefined, door: palette.white, place: undefined, share: 0.94 },
  },
} as const satisfies Record<string, IconFile>;

/** What the unified manifest's ribbon shows in Outlook, fetched from the product: exactly these three sizes. */
export const ribbonIcons: readonly IconFile[] = [16, 32, 80].map((size) => ({
  file: `ribbon-${size}.png`,
  size,
  style: tile,
}));

/** Outlook on phones asks for these sizes, each at the three scales of their screens. */
export const mobileIcons = [25, 32, 48].flatMap((size) =>
  [1, 2, 3].map((scale) => ({ size, scale, pixels: size * scale })),
);

const addinOnlySizes = new Set([16, 32, 64, 80, 128, ...mobileIcons.map(({ pixels }) => pixels)]);

/** What the add-in only manifest shows, fetched from the product. */
export const addinOnlyIcons: readonly IconFile[] = [...addinOnlySizes].map((size) => ({
  file: `addin-${size}.png`,
  size,
  style: turnedTile,
}));

/** Every icon the product answers under `/icons/`. */
export const servedIcons: readonly IconFile[] = [...ribbonIcons, ...addinOnlyIcons];

/** Every icon in `manifests/icons/`. */
export const allIcons: readonly IconFile[] = [...Object.values(packagedIcons), ...servedIcons];
