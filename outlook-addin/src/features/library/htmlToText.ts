/** Elements that begin and end a line of their own. */
const blocks = new Set([
  'ADDRESS',
  'ARTICLE',
  'BLOCKQUOTE',
  'DIV',
  'DL',
  'DT',
  'DD',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'HR',
  'LI',
  'OL',
  'P',
  'PRE',
  'SECTION',
  'TABLE',
  'TR',
  'UL',
]);

/** Blocks with an empty line before and after them. */
const spaced = new Set(['BLOCKQUOTE', 'H1', 'H2', 'H3', 'H4', 'P', 'OL', 'UL', 'TABLE']);

/**
 * Safe HTML as plain text: paragraphs apart, lists with dashes or numbers, links with their address.
 */
export function htmlToText(fragment: DocumentFragment): string {
  const writer = createWriter();
  for (const child of fragment.childNodes) write(child, writer);
  return writer.text();
}

type Writer = ReturnType<typeof createWriter>;

function createWriter() {
  let written = '';
  return {
    inline(text: string) {
      const collapsed = text.replace(/[ \t\r\n]+/g, ' ');
      const joined = /(^|\s)$/.test(written) ? collapsed.replace(/^ /, '') : collapsed;
      written += joined;
    },
    literal(text: string) {
      written += text;
    },
    /** Ends the line, leaving at least `empty` empty lines. */
    endLine(empty: 0 | 1) {
      written = written.replace(/ +$/, '');
      if (written === '') return;
      const wanted = empty + 1;
      const have = /\n*$/.exec(written)?.[0].length ?? 0;
      written += '\n'.repeat(Math.max(0, wanted - have));
    },
    text: () => written.replace(/\u00A0/g, ' ').trim(),
  };
}

function write(node: Node, writer: Writer): void {
  if (node instanceof Text) {
    writer.inline(node.data);
    return;
  }
  if (!(node instanceof Element)) return;
  const name = node.tagName;
  if (name === 'BR') {
    writer.literal('\n');
    return;
  }
  if (name === 'IMG') {
    writer.inline(node.getAttribute('alt') ?? '');
    return;
  }
  const block = blocks.has(name);
  // A list inside a list stays with its item.
  const apart = spaced.has(name) && node.parentElement?.tagName !== 'LI' ? 1 : 0;
  if (block) writer.endLine(apart);
  if (name === 'LI') writer.literal(bulletOf(node));
  if ((name === 'TD' || name === 'TH') && node.previousElementSibling) writer.literal('\t');
  for (const child of node.childNodes) write(child, writer);
  if (name === 'A') writeAddress(node, writer);
  if (block) writer.endLine(apart);
}

function bulletOf(item: Element): string {
  const list = item.parentElement;
  if (list?.tagName !== 'OL') return '- ';
  const place = [...list.children].filter(({ tagName }) => tagName === 'LI').indexOf(item);
  return `${place + 1}. `;
}

function writeAddress(link: Element, writer: Writer) {
  const address = (link.getAttribute('href') ?? '').replace(/^(?:mailto|tel):/i, '');
  if (address !== '' && address !== link.textContent.trim()) writer.inline(` (${address})`);
}
