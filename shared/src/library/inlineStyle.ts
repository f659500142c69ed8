/**
 * What an inline style of a template may say: how its own words look, as emails need it. It may not
 * load anything, leave its place or lie over what stands around it. Every sanitiser judges by this.
 */
const properties = new Set([
  ...['background', 'background-color', 'border-collapse', 'border-radius', 'border-spacing'],
  ...['caption-side', 'clear', 'color', 'direction', 'empty-cells', 'float', 'height'],
  ...['letter-spacing', 'line-height', 'list-style', 'list-style-position', 'list-style-type'],
  ...['max-height', 'max-width', 'min-height', 'min-width', 'overflow-wrap', 'table-layout'],
  ...['text-align', 'text-decoration', 'text-decoration-color', 'text-decoration-line'],
  ...['text-decoration-style', 'text-indent', 'text-transform', 'vertical-align', 'white-space'],
  ...['width', 'word-break', 'word-spacing', 'word-wrap'],
  // What Word and Outlook add for themselves.
  ...['mso-fareast-font-family', 'mso-line-height-rule', 'mso-list', 'mso-margin-bottom-alt'],
  ...['mso-margin-top-alt', 'mso-padding-alt', 'mso-table-lspace', 'mso-table-rspace'],
]);
const families =
  /^(?:font(?:-(?:family|size|stretch|style|variant|weight))?|(?:margin|padding)(?:-(?:top|right|bottom|left))?|border(?:-(?:top|right|bottom|left))?(?:-(?:color|style|width))?)$/;

/** Ways to be shown that keep an element's words in their place and to be seen. */
const displays = /^(?:block|inline|inline-block|list-item|table|table-(?:row|cell))$/;

/** A number with its unit, a colour, a word, a font's name in quotation marks, or `!important`. */
const part =
  /^(?:[+-]?(?:\d+|\d*\.\d+)(?:%|[a-z]{1,4})?|#[\da-f]{3,8}|-?[a-z][\w-]*|"[\p{L}\d_ -]*"|'[\p{L}\d_ -]*'|!important)$/u;
/** The only functions: colours of plain numbers. */
const colour = /\b(?:rgb|hsl)a?\([\d\s.,%/+-]*\)/g;

/** The declarations of an inline style that may stay; as it was written where all of them may. */
export function allowedInlineStyle(style: string): string {
  const declarations = style.split(';').filter((declaration) => declaration.trim() !== '');
  const allowed = declarations.filter(isAllowed);
  if (allowed.length === declarations.length) return allowed.length === 0 ? '' : style;
  return allowed.map((declaration) => declaration.trim()).join('; ');
}

function isAllowed(declaration: string): boolean {
  const [name = '', ...rest] = declaration.toLowerCase().split(':');
  const property = name.trim();
  const value = rest.join(':').trim();
  if (property === 'display') return displays.test(value);
  if (!properties.has(property) && !families.test(property)) return false;
  // What begins above or before its own place could cover something else.
  if (property.startsWith('margin') && /(?:^|\s)-/.test(value)) return false;
  return value !== '' && partsOf(value).every((piece) => part.test(piece));
}

/** The pieces of a value, with a colour's function as one word. */
const partsOf = (value: string) =>
  value
    .replace(colour, ' colour ')
    .replace(/!\s+important/, '!important')
    .match(/"[^"]*"|'[^']*'|[^\s,/]+/g) ?? [];
