import { GraphError } from '../graph/graphError';

/**
 * An error as the log may have it: what kind it is and where it came from, and its message only where
 * nothing of what people wrote can stand in it. Graph and PostgreSQL quote what was sent to them, and
 * Node quotes the text that is no JSON: of these the codes are kept, by which they are looked up.
 */
export function plainError(error: unknown): object {
  if (!(error instanceof Error)) return { message: 'something that is no error was thrown' };
  return {
    name: plainName(error.name),
    ...codesOf(error),
    ...(quotes(error) ? {} : { message: withoutPersonalData(error.message) }),
    stack: framesOf(error),
    ...(error.cause === undefined ? {} : { cause: plainError(error.cause) }),
  };
}

/** A code is one word of letters, digits and underscores; anything else might be somebody's words. */
const isCode = (value: unknown): value is string =>
  typeof value === 'string' && /^\w{1,64}$/.test(value);

const plainName = (name: string) => (isCode(name) ? name : 'Error');

function codesOf(error: Error): object {
  const { code, errorCode, status, requestId, table, constraint } = error as Partial<
    Record<'code' | 'errorCode' | 'status' | 'requestId' | 'table' | 'constraint', unknown>
  >;
  return {
    ...(isCode(code) ? { code } : {}),
    // MSAL's.
    ...(isCode(errorCode) ? { errorCode } : {}),
    ...(typeof status === 'number' ? { status } : {}),
    // By which Microsoft's support finds a call of Graph; it tells of nobody.
    ...(error instanceof GraphError && isId(requestId) ? { graphRequestId: requestId } : {}),
    ...(isCode(table) ? { table } : {}),
    ...(isCode(constraint) ? { constraint } : {}),
  };
}

const isId = (value: unknown) => typeof value === 'string' && /^[\da-f-]{36}$/i.test(value);

/** Errors whose message may hold what was sent, or what was answered. */
function quotes(error: Error): boolean {
  // SQLSTATE and severity are PostgreSQL's.
  const ofDatabase = 'severity' in error;
  const isOurs = ownKinds.has(error.constructor.name) && !isOfPackage(error);
  return ofDatabase || error instanceof GraphError || !isOurs;
}

/** A package throws the engine's kinds, too, with what it was given. */
const isOfPackage = (error: Error) => framesOf(error)[0]?.includes('/node_modules/') ?? false;

/** Ours, whose messages are written in this code; and the engine's, which speak of code. */
const ownKinds: ReadonlySet<string> = new Set([
  ...['Error', 'AggregateError', 'TypeError', 'RangeError', 'ReferenceError', 'DOMException'],
  ...['ConfigError', 'LeaseLost', 'ListConflict', 'ListItemGone', 'ListUnavailable', 'Unavailable'],
  ...['InteractionRequired', 'NotFound'],
]);

/** Where the error came from; its message, which stands before, is left out. */
function framesOf({ stack = '', message }: Error): string[] {
  const from = message === '' ? 0 : stack.indexOf(message) + message.length;
  return stack
    .slice(Math.max(0, from))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 20);
}

/** What is quoted, addresses, ids and tokens. */
function withoutPersonalData(message: string): string {
  return message
    .replace(/"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”/g, '<quoted>')
    .replace(/https?:\/\/\S+/g, '<url>')
    .replace(/[^\s@]+@[^\s@]+/g, '<address>')
    .replace(/\beyJ[\w-]+\.[\w.-]+/g, '<token>')
    .replace(/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi, '<id>')
    .slice(0, 200);
}
