/** A figure as it is read, and what stands behind it. */
export interface SaidFigure {
  readonly name: string;
  readonly says: string;
  /** Its n, its interval, its target; empty where there is nothing to add. */
  readonly behind: string;
}
