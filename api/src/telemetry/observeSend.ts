import { isThrottled } from '../graph/graphError';
import type { Send } from '../graph/send';
import { graphOperation } from './graphOperation';
import type { Telemetry } from './telemetry';

/**
 * Measures every call to Graph and Entra. Graph's client gives each a `client-request-id` of its own,
 * which Microsoft's support can look up; the log has Graph's `request-id` of those that failed.
 */
export function observeSend(telemetry: Telemetry, send: Send): Send {
  return (request) => {
    const operation = graphOperation(request.method, request.url);
    return telemetry.measure(
      'graph',
      () => send(request),
      (result) => {
        const status = 'value' in result ? result.value.status : 0;
        if (isThrottled(status)) {
          telemetry.count('lastmile.graph.throttled', { 'lastmile.operation': operation });
        }
        return {
          attributes: { 'lastmile.operation': operation, 'http.response.status_code': status },
          failed: status === 0 || status >= 400,
        };
      },
    );
  };
}
