/** What is read of an OpenAPI document. */
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly parameters: Readonly<Record<string, Parameter>>;
  };
}

interface Reference {
  readonly $ref: string;
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>;

interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Operation {
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/**
 * What a client of the `released` API cannot do with the API `now`: a line each. A client sends what the
 * released document allows, and reads answers as that has them, with closed enums and limits; properties
 * that it does not know it leaves alone (decision 0008).
 */
export function brokenForOlderClients(released: ApiDocument, now: ApiDocument): string[] {
  return Object.entries(released.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, before]) => {
      const name = `${method.toUpperCase()} ${path}`;
      const after = now.paths[path]?.[method];
      if (!after) return [`${name} is gone`];
      const found = [
        ...brokenParameters(
          { document: now, parameters: after.parameters ?? [] },
          {
            document: released,
            parameters: before.parameters ?? [],
          },
        ),
        ...brokenBody(now, after.requestBody, released, before.requestBody),
        ...brokenAnswers(released, before.responses, now, after.responses),
      ];
      return found.map((what) => `${name} ${what}`);
    }),
  );
}

interface Parameters {
  readonly document: ApiDocument;
  readonly parameters: readonly (Parameter | Reference)[];
}

function parametersOf({ document, parameters }: Parameters): Map<string, Parameter> {
  const all = parameters.map((each) =>
    '$ref' in each ? document.components.parameters[nameIn(each.$ref)] : each,
  );
  return new Map(all.flatMap((each) => (each ? [[`${each.in} ${each.name}`, each]] : [])));
}

function brokenParameters(now: Parameters, released: Parameters): string[] {
  const before = parametersOf(released);
  const after = parametersOf(now);
  const asked = [...after].flatMap(([name, { required }]) =>
    required && !before.get(name)?.required ? [`requires ${name}`] : [],
  );
  const sent = [...before].flatMap(([name, { schema }]) => {
    const reader = after.get(name);
    if (!reader) return [`refuses ${name}`];
    return unread(readingOf(now.document, released.document), reader.schema, schema, name);
  });
  return [...asked, ...sent];
}

function brokenBody(
  now: ApiDocument,
  after: Operation['requestBody'],
  released: ApiDocument,
  before: Operation['requestBody'],
): string[] {
  if (!before) return after?.required ? ['requires a body'] : [];
  return Object.entries(before.content).flatMap(([type, { schema }]) => {
    const reader = after?.content[type];
    if (!reader) return [`refuses ${type}`];
    return unread(readingOf(now, released), reader.schema, schema, 'body');
  });
}

function brokenAnswers(
  released: ApiDocument,
  before: Operation['responses'],
  now: ApiDocument,
  after: Operation['responses'],
): string[] {
  return Object.entries(before).flatMap(([status, { content }]) => {
    const answer = after[status];
    if (!answer) return [`answers no ${status}`];
    return Object.entries(content ?? {}).flatMap(([type, { schema }]) => {
      const writer = answer.content?.[type];
      if (!writer) return [`answers ${status} without ${type}`];
      return unread(readingOf(released, now), schema, writer.schema, `answer ${status}`);
    });
  });
}

/** Who reads what whom wrote, and which pairs of shapes are being compared already. */
interface Reading {
  readonly reader: ApiDocument;
  readonly writer: ApiDocument;
  readonly pairs: ReadonlySet<string>;
}

const readingOf = (reader: ApiDocument, writer: ApiDocument): Reading => ({
  ...{ reader, writer, pairs: new Set<string>() },
});

/** What `writer` allows and `reader` refuses, each with its place. */
function unread(reading: Reading, reader: Schema, writer: Schema, at: string): string[] {
  if (reader.$ref !== undefined || writer.$ref !== undefined) {
    const pair = `${JSON.stringify(reader)} ${JSON.stringify(writer)}`;
    if (reading.pairs.has(pair)) return [];
    const inner = { ...reading, pairs: new Set([...reading.pairs, pair]) };
    return unread(inner, resolve(reading.reader, reader), resolve(reading.writer, writer), at);
  }
  const read = branchesOf(reader);
  const written = branchesOf(writer);
  if (read.length === 1 && written.length === 1)
    return unreadForm(reading, read[0], written[0], at);
  return written.flatMap((each) => {
    const found = read.map((branch) => unread(reading, branch, each, at));
    if (found.some((lines) => lines.length === 0)) return [];
    const alike = found.filter((_, place) => isAlike(reading, read[place], each));
    const [nearest] = alike.toSorted((one, other) => one.length - other.length);
    return nearest ?? [`${at} may be ${spoken(each)}`];
  });
}

function unreadForm(
  reading: Reading,
  reader: Schema | undefined,
  writer: Schema | undefined,
  at: string,
): string[] {
  if (!reader || !writer) return [];
  const isNumber = reader.type === 'number' && writer.type === 'integer';
  if (reader.type !== undefined && reader.type !== writer.type && !isNumber) {
    return [`${at} may be ${spoken(writer)}`];
  }
  const allowed = valuesOf(reader);
  const said = valuesOf(writer);
  if (allowed && !said) return [`${at} may be any ${spoken(writer)}`];
  if (said) {
    const values = allowed ? said.filter((value) => !allowed.includes(value)) : [];
    return values.map((value) => `${at} may be ${JSON.stringify(value)}`);
  }
  return [
    ...unkeptLimits(reader, writer, at),
    ...(reader.items ? unread(reading, reader.items, writer.items ?? {}, `${at}[]`) : []),
    ...(reader.type === 'object' ? unreadObject(reading, reader, writer, at) : []),
  ];
}

function unreadObject(reading: Reading, reader: Schema, writer: Schema, at: string): string[] {
  const { properties: known = {}, additionalProperties: others } = reader;
  const { properties: said = {} } = writer;
  const missing = (reader.required ?? [])
    .filter((name) => !writer.required?.includes(name))
    .map((name) => (name in said ? `${at}.${name} may be missing` : `${at} lacks ${name}`));
  const properties = Object.entries(said).flatMap(([name, schema]) => {
    const one = known[name];
    if (one) return unread(reading, one, schema, `${at}.${name}`);
    if (others === false) return [`${at}.${name} is refused`];
    return typeof others === 'object' ? unread(reading, others, schema, `${at}.${name}`) : [];
  });
  const entries =
    typeof others === 'object' && typeof writer.additionalProperties === 'object'
      ? unread(reading, others, writer.additionalProperties, `${at}[key]`)
      : [];
  const keys = reader.propertyNames
    ? unread(reading, reader.propertyNames, keysOf(writer), `${at} key`)
    : [];
  return [...missing, ...properties, ...entries, ...keys];
}

/** The keys that a writer uses: of a shape with properties these and no others. */
const keysOf = ({ properties = {}, propertyNames }: Schema): Schema =>
  propertyNames ?? { type: 'string', enum: Object.keys(properties) };

const least = ['minLength', 'minimum', 'exclusiveMinimum', 'minItems'] as const;
const most = ['maxLength', 'maximum', 'exclusiveMaximum', 'maxItems'] as const;
const exact = ['format', 'multipleOf'] as const;

function unkeptLimits(reader: Schema, writer: Schema, at: string): string[] {
  const unkept: string[] = [
    ...least.filter((name) => (reader[name] ?? -Infinity) > (writer[name] ?? -Infinity)),
    ...most.filter((name) => (reader[name] ?? Infinity) < (writer[name] ?? Infinity)),
    ...exact.filter((name) => reader[name] !== undefined && reader[name] !== writer[name]),
  ];
  const isOther = reader.pattern !== undefined && reader.pattern !== writer.pattern;
  if (isOther && !unkept.includes('format')) unkept.push('pattern');
  return unkept.map((name) => `${at} may break ${name}`);
}

/** The forms that a value may take, each with one type. */
function branchesOf(schema: Schema): readonly Schema[] {
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return branches;
  const { type } = schema;
  if (typeof type !== 'object') return [schema];
  return type.map((one) => ({ ...schema, type: one }));
}

/** Whether two forms mean the same thing: of one type, and with the same word that tells them apart. */
function isAlike(reading: Reading, reader: Schema | undefined, writer: Schema): boolean {
  if (!reader) return false;
  const one = resolve(reading.reader, reader);
  const other = resolve(reading.writer, writer);
  if (one.anyOf ?? one.oneOf ?? other.anyOf ?? other.oneOf) return true;
  if (one.type !== other.type) return false;
  return Object.entries(one.properties ?? {}).every(([name, { const: word }]) => {
    const its = other.properties?.[name];
    return word === undefined || its?.const === undefined || its.const === word;
  });
}

function resolve(document: ApiDocument, schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const found = document.components.schemas[nameIn(schema.$ref)];
  if (!found) throw new Error(`The document has no ${schema.$ref}`);
  return found.$ref === undefined ? found : resolve(document, found);
}

const nameIn = (reference: string) => reference.slice(reference.lastIndexOf('/') + 1);

function valuesOf(schema: Schema): readonly unknown[] | undefined {
  return 'const' in schema ? [schema.const] : schema.enum;
}

const spoken = (schema: Schema) => {
  const values = valuesOf(schema);
  if (values) return values.map((value) => JSON.stringify(value)).join(' or ');
  return schema.$ref === undefined ? String(schema.type ?? 'value') : nameIn(schema.$ref);
};
