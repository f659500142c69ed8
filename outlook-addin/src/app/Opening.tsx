export interface OpeningProps {
  /** What is on its way, for a screen reader. */
  label: string;
}

/** Holds the place of what is on its way, with the shapes that the page itself opens with (`pane.css`). */
export function Opening({ label }: OpeningProps) {
  return (
    <div className="opening" role="status" aria-label={label}>
      {Array.from({ length: 6 }, (_, row) => (
        <div key={row} className="opening-bar" />
      ))}
    </div>
  );
}
