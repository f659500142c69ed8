/** What a placeholder may be called: letters, digits, spaces, dots, hyphens and underscores. */
export const placeholderNamePattern = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._-]{0,58}[\p{L}\p{N}._-])?$/u;

/** Such a name between `{{` and `}}`. */
const placeholderPattern = /\{\{\s*([\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}?)\s*\}\}/gu;

/** Names of the placeholders in `texts`, each once, in order of first appearance. */
export function placeholdersIn(...texts: readonly (string | null)[]): string[] {
  const names = new Set<string>();
  for (const text of texts) {
    for (const match of (text ?? '').matchAll(placeholderPattern)) names.add(match[1] ?? '');
  }
  return [...names];
}

/** `text` with every placeholder that has a value replaced; the others stay as they are. */
export function fillText(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(placeholderPattern, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined || value === '' ? whole : value;
  });
}

/** Like {@link fillText} for HTML: values are text, so what they contain can never become markup. */
export function fillHtml(html: string, values: Readonly<Record<string, string>>): string {
  const escaped = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, escapeHtml(value)]),
  );
  return fillText(html, escaped);
}

/** `text` as it is written inside HTML, line breaks kept. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replace(/\r\n|\r|\n/g, '<br>');
}
