import type { Log } from '../http/log';
import { logEvents, type LogEventLine } from '../http/logEvents';
import type { Telemetry } from './telemetry';

const counted: ReadonlySet<LogEventLine['level']> = new Set(['warn', 'error', 'fatal']);

/** Counts what the log says somebody may have to look at. */
export function observeLog(telemetry: Telemetry, log: Log): Log {
  return {
    ...log,
    tell(event, fields) {
      const line: LogEventLine = logEvents[event];
      if (counted.has(line.level)) telemetry.count('lastmile.events', { 'lastmile.event': event });
      log.tell(event, fields);
    },
  };
}
