import { pino, type DestinationStream } from 'pino';
import { logEvents, type FieldsOf, type LogEvent, type LogEventLine } from './logEvents';
import { plainError } from './plainError';

/**
 * The log of the API: one JSON object a line, each an event of `logEvents`. It never holds a person's
 * name, id or words, nor a token.
 */
export interface Log {
  /** Whether the event would be written. */
  hears(event: LogEvent): boolean;
  tell<E extends LogEvent>(event: E, fields: FieldsOf<E>): void;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Writes events of `level` and above; to the process's output where no destination is given. */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const log = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: plainError },
    },
    destination ?? pino.destination({ dest: 1, sync: false }),
  );
  return {
    hears: (event) => log.isLevelEnabled(logEvents[event].level),
    tell(event, fields) {
      const { level: of, says }: LogEventLine = logEvents[event];
      if (log.isLevelEnabled(of)) log[of]({ event, ...fields } as object, says);
    },
  };
}
