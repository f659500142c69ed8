import { createContext, type RefObject } from 'react';

/** How a line, a column or a band is drawn; the legend draws it alike. */
export interface Stroke {
  readonly color: string;
  readonly width: number;
  readonly dash?: string;
}

export interface LegendEntry extends Stroke {
  readonly name: string;
}

/** A chart that stands on the screen, for who wants its picture. */
export interface DrawnChart {
  /** The chart alone, as a PNG's data URL; undefined before it is drawn. */
  readonly toImage: (options: { background: string; scale: number }) => Promise<string> | undefined;
  readonly legend: readonly LegendEntry[];
}

/** Where a panel's chart makes itself known to its panel. */
export const DrawnChartContext = createContext<RefObject<DrawnChart | null>>({ current: null });
