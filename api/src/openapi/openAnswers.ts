import type { OpenApiDocument } from './openApiDocument';

type Schemas = Readonly<Record<string, unknown>>;

const prefix = '#/components/schemas/';

/**
 * Answers may gain properties, and whoever sends one that nobody knows is told so. A shape that is sent and
 * answered is strict where it is sent; in answers it is another one, named after it, that is open. Clients
 * read answers like that (`readAnswer`).
 */
export function openAnswers(document: OpenApiDocument): OpenApiDocument {
  const schemas: Schemas = document.components.schemas ?? {};
  const operations = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).flatMap((each) =>
      typeof each === 'object' && 'responses' in each ? [each] : [],
    ),
  );
  const sent = new Set<string>();
  collect(schemas, [operations.map(({ requestBody }) => requestBody)], sent);
  const opened: Record<string, unknown> = {};

  function open(node: unknown): unknown {
    if (Array.isArray(node)) return node.map(open);
    if (typeof node !== 'object' || node === null) return node;
    const name = referenceIn(node);
    if (name === undefined) {
      const entries = Object.entries(node).filter(([key, value]) => !closes(key, value));
      return Object.fromEntries(entries.map(([key, value]) => [key, open(value)]));
    }
    const isStrict = sent.has(name) && isClosed(schemas, schemas[name]);
    const other = isStrict ? `${name}Answer` : name;
    if (!(other in opened)) {
      // Before it is worked out: it may speak of itself.
      opened[other] = {};
      opened[other] = open(schemas[name]);
    }
    return { ...node, $ref: `${prefix}${other}` };
  }

  for (const operation of operations) {
    operation.responses = open(operation.responses) as typeof operation.responses;
  }
  document.components = {
    ...document.components,
    schemas: { ...schemas, ...opened } as NonNullable<typeof document.components>['schemas'] & {},
  };
  return document;
}

/** Whether this part of a schema refuses properties that it does not name. */
function closes(key: string, value: unknown): boolean {
  if (key === 'additionalProperties') return value === false;
  return key === 'propertyNames' && typeof value === 'object' && value !== null && 'enum' in value;
}

/** Whether anything in it does, or in what it refers to. */
function isClosed(schemas: Schemas, node: unknown): boolean {
  const names = new Set<string>();
  collect(schemas, node, names);
  return [node, ...[...names].map((name) => schemas[name])].some(isClosedItself);
}

function isClosedItself(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  return Object.entries(node).some(([key, value]) => closes(key, value) || isClosedItself(value));
}

/** Adds the names of all shapes that it refers to, and they do. */
function collect(schemas: Schemas, node: unknown, names: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  const name = referenceIn(node);
  if (name === undefined) {
    for (const value of Object.values(node)) collect(schemas, value, names);
  } else if (!names.has(name)) {
    names.add(name);
    collect(schemas, schemas[name], names);
  }
}

function referenceIn(node: object): string | undefined {
  const reference = '$ref' in node ? node.$ref : undefined;
  return typeof reference === 'string' && reference.startsWith(prefix)
    ? reference.slice(prefix.length)
    : undefined;
}
