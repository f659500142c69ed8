/**
 * A template's HTML as its reader reads it, line by line, with what is not seen and yet matters: where
 * links lead, and which pictures there are. Without how it looks; `looksOf` tells that apart.
 */
export function templateWords(html: string): string {
  return wordsIn(parsed(html))
    .replace(/[ \t]*\n\s*/g, '\n')
    .trim();
}

/** What of the HTML decides only how its words look, in its order; equal where two texts look alike. */
export function looksOf(html: string): string {
  return [...parsed(html).querySelectorAll('*')]
    .filter((element) => element.attributes.length > 0 || !plain.has(element.tagName))
    .map(({ tagName, attributes }) =>
      [
        tagName,
        ...[...attributes]
          .filter(({ name }) => !told.has(name))
          .map((each) => each.name + each.value),
      ].join(' '),
    )
    .join('\n');
}

const parsed = (html: string) => new DOMParser().parseFromString(html, 'text/html').body;

/** Elements that say no more than where a line begins. */
const plain = new Set([
  'P',
  'DIV',
  'BR',
  'UL',
  'OL',
  'LI',
  'TABLE',
  'TBODY',
  'THEAD',
  'TR',
  'TD',
  'TH',
]);

/** Attributes that stand among the words. */
const told = new Set(['href', 'src', 'alt']);

const lines = new Set([...plain, 'BLOCKQUOTE', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'HR']);

function wordsIn(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replace(/\s+/g, ' ');
  if (!(node instanceof Element)) return '';
  const inside = [...node.childNodes].map(wordsIn).join('');
  switch (node.tagName) {
    case 'BR':
      return '\n';
    case 'A':
      return `${inside}${inParentheses(node.getAttribute('href'))}`;
    case 'IMG':
      return `[${node.getAttribute('alt') ?? ''}]${inParentheses(node.getAttribute('src'))}`;
    case 'LI':
      return `\n• ${inside.trim()}\n`;
    case 'TD':
    case 'TH':
      return node.nextElementSibling === null ? inside : `${inside} | `;
    default:
      return lines.has(node.tagName) ? `\n${inside}\n` : inside;
  }
}

const inParentheses = (address: string | null) => (address === null ? '' : ` (${address})`);
