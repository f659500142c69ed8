import { fillText, placeholdersIn } from '@last-mile/shared/library';

/** How a stretch of a preview came to be: filled in, or still missing. */
export type PreviewMark = 'filled' | 'missing';

export interface PreviewStretch {
  readonly text: string;
  readonly mark: PreviewMark | null;
}

/** Characters of the private use area stand around each value on its way through the filling. */
const opening: Readonly<Record<string, PreviewMark | null>> = {
  '\uE000': 'filled',
  '\uE001': 'missing',
  '\uE002': null,
};
const everyBracket = /[\uE000-\uE002]/g;

/** The values, bracketed; a missing one is its own `{{name}}`, bracketed differently. */
export function bracketedValues(text: string, values: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    placeholdersIn(text).map((name) => {
      const value = Object.hasOwn(values, name) ? (values[name] ?? '') : '';
      return value === ''
        ? [name, `\uE001{{${name}}}\uE002`]
        : [name, `\uE000${value.replace(everyBracket, '')}\uE002`];
    }),
  );
}

/** Reads bracketed text piece by piece. A value may span several texts, so what is open is carried along. */
export function createStretchReader() {
  let open: PreviewMark | null = null;
  return (bracketed: string): PreviewStretch[] => {
    const stretches: PreviewStretch[] = [];
    for (const text of bracketed.split(/([\uE000-\uE002])/)) {
      const bracket = opening[text];
      if (bracket !== undefined) open = bracket;
      else if (text !== '') stretches.push({ text, mark: open });
    }
    return stretches;
  };
}

/** A plain text with its placeholders filled, told apart from the text around them. */
export function textStretches(
  text: string,
  values: Readonly<Record<string, string>>,
): PreviewStretch[] {
  return createStretchReader()(fillText(text, bracketedValues(text, values)));
}
