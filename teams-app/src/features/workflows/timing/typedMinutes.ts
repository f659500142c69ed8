/** What somebody typed for a step, as it is in the field. */
export type TypedMinutes = Readonly<Record<string, string>>;

const longest = 2_400;

/** Minutes in a field: null where it is empty, undefined where it is no number of minutes. */
export function minutesIn(typed: string | undefined): number | null | undefined {
  const words = typed?.trim().replace(',', '.') ?? '';
  if (words === '') return null;
  const minutes = Number(words);
  return minutes >= 0 && minutes <= longest ? minutes : undefined;
}
