/** The instant at which a clock on the wall in `timeZone` shows this minute of a day. */
export function instantOf(timeZone: string, day: string, minute: number): string {
  const shown = Date.parse(`${day}T00:00:00Z`) + minute * 60_000;
  const offsetAt = (at: number) => Date.parse(`${wallClock(timeZone, at)}Z`) - at;
  // The offset may change between the first guess and the instant that is wanted.
  const guess = shown - offsetAt(shown);
  const at = shown - offsetAt(guess);
  if (Date.parse(`${wallClock(timeZone, at)}Z`) !== shown) {
    throw new RangeError(`No clock in ${timeZone} shows minute ${minute} of ${day} once.`);
  }
  return new Date(at).toISOString();
}

const formats = new Map<string, Intl.DateTimeFormat>();

function wallClock(timeZone: string, at: number): string {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  formats.set(timeZone, format);
  return format.format(at).replace(' ', 'T');
}
