import type { GraphCall } from './graphCall';
import { graphOrigin } from './graphCall';
import { invalidRequest } from './graphFailure';

/** The absolute address of a following page: the same request with an opaque token of our own. */
export function nextLink(call: GraphCall, token: string, name = '$skiptoken'): string {
  const options = [...call.query]
    .filter(([option]) => !['skiptoken', 'skip', 'token', 'deltatoken'].includes(option))
    .map(([option, value]) => `$${option}=${encodeURIComponent(value)}`);
  return `${graphOrigin}${call.url.pathname}?${[...options, `${name}=${encodeURIComponent(token)}`].join('&')}`;
}

/** Hides a position from the caller, who must hand it back unread. */
export function sealPosition(position: string): string {
  return Buffer.from(position).toString('base64url');
}

export function unsealPosition(
  token: string,
  pattern: RegExp,
  option = '$skiptoken',
): RegExpExecArray {
  const match = pattern.exec(Buffer.from(token, 'base64url').toString('utf8'));
  if (!match) throw invalidRequest(`The value of the query option '${option}' is not valid.`);
  return match;
}
