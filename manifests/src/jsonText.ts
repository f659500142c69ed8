import {
  getNodeValue,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser';

/** A JSON file as it was written: what stands in it, and on which line. */
export interface JsonText {
  readonly value: unknown;
  /** Every text, number and truth value by its place, written as translations write it: `staticTabs[0].name`. */
  readonly values: ReadonlyMap<string, string | number | boolean>;
  /** Where a place stands, for a person with an editor; a place that is missing, by what it is missing from. */
  readonly where: (place: string) => string;
}

/** Reads a JSON file, strictly, or says on which line it stops being JSON. */
export function readJson(file: string, text: string): JsonText | { problem: string } {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [error] = errors;
  if (error !== undefined || root === undefined) {
    const line = lineAt(text, error?.offset ?? 0);
    const what = error === undefined ? 'it is empty' : printParseErrorCode(error.error);
    return { problem: `${file}, line ${line}: is no JSON (${what})` };
  }
  const lines = new Map<string, number>();
  const values = new Map<string, string | number | boolean>();
  for (const { place, node } of nodesWithin(root, '')) {
    // A property stands where its name does: its value may begin further down.
    lines.set(place, lineAt(text, (node.parent?.type === 'property' ? node.parent : node).offset));
    const value: unknown = node.value;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      values.set(place, value);
    }
  }
  const where = (place: string): string => {
    const standing = enclosing(place).find((candidate) => lines.has(candidate)) ?? '';
    return `${file}, line ${lines.get(standing) ?? 1}, ${place === '' ? 'the whole' : place}`;
  };
  return { value: getNodeValue(root) as unknown, values, where };
}

/** A place as JSON pointers write it (`/staticTabs/0/name`), written as translations write it. */
export function placeOfPointer(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .reduce((place, step) => stepInto(place, /^\d+$/.test(step) ? Number(step) : step), '');
}

function* nodesWithin(node: Node, place: string): Generator<{ place: string; node: Node }> {
  yield { place, node };
  for (const [index, child] of (node.children ?? []).entries()) {
    if (node.type === 'array') {
      yield* nodesWithin(child, stepInto(place, index));
    } else {
      const [name, value] = child.children ?? [];
      if (value !== undefined) yield* nodesWithin(value, stepInto(place, String(name?.value)));
    }
  }
}

function stepInto(place: string, step: string | number): string {
  if (typeof step === 'number') return `${place}[${step}]`;
  return place === '' ? step : `${place}.${step}`;
}

/** A place, then what holds it, and so on up to the whole. */
function enclosing(place: string): string[] {
  if (place === '') return [''];
  return [place, ...enclosing(place.replace(/(\.?[^.[\]]+|\[\d+\])$/, ''))];
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
