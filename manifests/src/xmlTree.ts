import { SaxesParser } from 'saxes';

/** An element of an XML file, and the line it begins on. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The words directly inside it, without blanks at the ends. */
  readonly text: string;
  readonly line: number;
}

/** Reads an XML file, or says on which line it stops being XML. */
export function readXml(text: string): { root: XmlElement } | { problem: string } {
  const whole = newElement('', 1);
  const open = [whole];
  let problem: string | undefined;
  const parser = new SaxesParser();
  parser.on('error', ({ message }) => {
    // What follows the first fault is mostly a consequence of it.
    problem ??= message.replace(/^(\d+):\d+: /, 'line $1: is no XML: ');
  });
  parser.on('opentagstart', ({ name }) => {
    const element = newElement(name, parser.line);
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('opentag', ({ attributes }) => {
    Object.assign(open.at(-1)?.attributes ?? {}, attributes);
  });
  parser.on('text', (words) => {
    const element = open.at(-1);
    if (element !== undefined) element.text = `${element.text}${words}`.trim();
  });
  parser.on('closetag', () => open.pop());
  parser.write(text).close();
  const [root] = whole.children;
  if (problem !== undefined) return { problem };
  return root === undefined ? { problem: 'line 1: is no XML: it is empty' } : { root };
}

/** Every element inside `element`, at any depth, in the order of the file. */
export function elementsWithin(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) => [child, ...elementsWithin(child)]);
}

/** The first element of that name directly inside `element`. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

function newElement(name: string, line: number) {
  const children: XmlElement[] = [];
  return { name, attributes: {} as Record<string, string>, children, text: '', line };
}
