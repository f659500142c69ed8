/** A page that nobody can see is never painted. */
const longestMs = 100;

/** Resolves when what was drawn is on the screen, or would be. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, longestMs);
  });
}
