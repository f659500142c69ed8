/** A body as Outlook gave it before and after something was put into it. */
export interface BodyChange {
  readonly before: string;
  readonly after: string;
}

/**
 * The body as it is `now` without what was put in, and with what that took the place of. Null when the
 * stretch is no longer there as it was put in, or when it cannot be told from another one: what a person
 * wrote is never guessed at. Linear in the length of the bodies.
 */
export function takenOut({ before, after }: BodyChange, now: string): string | null {
  if (now === after) return before;
  const { head, put, replaced, tail } = changeBetween(before, after);
  if (put === '') return null;
  const without = (at: number) => now.slice(0, at) + replaced + now.slice(at + put.length);

  // Written on above or below it alone, it still stands where it stood.
  const still = [
    ...(now.startsWith(head + put) ? [without(head.length)] : []),
    ...(now.endsWith(put + tail) ? [without(now.length - tail.length - put.length)] : []),
  ];
  if (still.length > 0) return onlyOne(still);

  const first = now.indexOf(put);
  return first === -1 || now.includes(put, first + 1) ? null : without(first);
}

/** `before` is head, replaced and tail; `after` is head, put and tail. */
function changeBetween(before: string, after: string) {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (
    tail < shorter - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail += 1;
  }
  return {
    head: after.slice(0, head),
    put: after.slice(head, after.length - tail),
    replaced: before.slice(head, before.length - tail),
    tail: after.slice(after.length - tail),
  };
}

function onlyOne(bodies: readonly string[]): string | null {
  const different = new Set(bodies);
  return different.size === 1 ? (bodies[0] ?? null) : null;
}
