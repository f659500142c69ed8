import type { HostTheme } from '@last-mile/shared/ui';

/** The colours Office tells of, where it tells any. */
export interface OfficeColours {
  readonly bodyBackgroundColor?: string | undefined;
  readonly bodyForegroundColor?: string | undefined;
}

/**
 * Which of our looks fits the host's colours. High contrast is pure black behind a pure colour, or
 * whatever the system forces; every other dark background is the dark look.
 */
export function themeOf(colours: OfficeColours | undefined, forcedColours: boolean): HostTheme {
  if (forcedColours) return 'contrast';
  const background = toRgb(colours?.bodyBackgroundColor);
  if (background === undefined) return 'default';
  if (luminance(background) >= 0.5) return 'default';
  const foreground = toRgb(colours?.bodyForegroundColor);
  const pure = (rgb: Rgb) => rgb.every((channel) => channel === 0 || channel === 255);
  const contrast = luminance(background) === 0 && foreground !== undefined && pure(foreground);
  return contrast ? 'contrast' : 'dark';
}

type Rgb = readonly [number, number, number];

function toRgb(colour: string | undefined): Rgb | undefined {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour ?? '');
  if (match === null) return undefined;
  const channel = (at: number) => Number.parseInt(match[at] ?? '0', 16);
  return [channel(1), channel(2), channel(3)];
}

function luminance([red, green, blue]: Rgb) {
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}
