import { pino, type DestinationStream, type Logger } from 'pino';

/**
 * The log of the API: one JSON object a line. It never holds a person's name, id or words, nor a
 * token: request lines carry the route's pattern instead of its address, and errors are reduced to
 * their name, message and stack.
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: plainError },
    },
    destination ?? pino.destination({ dest: 1, sync: false }),
  );
}

/** An error without what it carries: Graph errors and database errors hold request bodies. */
function plainError(error: unknown): object {
  if (!(error instanceof Error)) return { message: 'something that is no error was thrown' };
  return {
    name: error.name,
    message: withoutPersonalData(error.message),
    stack: error.stack
      ?.split('\n')
      .filter((line) => line.startsWith('    at '))
      .join('\n'),
    ...(error.cause === undefined ? {} : { cause: plainError(error.cause) }),
  };
}

/** Messages of other people's libraries may quote addresses, ids and tokens. */
function withoutPersonalData(message: string): string {
  return message
    .replace(/[\w.+-]+@[\w-]+\.[\w.-]+/g, '<address>')
    .replace(/\beyJ[\w-]+\.[\w.-]+/g, '<token>')
    .replace(/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi, '<id>');
}
