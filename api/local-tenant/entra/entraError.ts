import { randomUUID } from 'node:crypto';

export interface EntraErrorDetails {
  readonly error: string;
  readonly code: number;
  readonly description: string;
  readonly status?: 400 | 401 | 429;
  /** Seconds to wait, where the refusal is for too many requests. */
  readonly retryAfter?: number;
  readonly suberror?: string;
  /** A claims challenge for the client to send back, as JSON text. */
  readonly claims?: string;
}

/** A refusal of the token endpoint, worded and numbered as Entra ID does. */
export class EntraError extends Error {
  constructor(readonly details: EntraErrorDetails) {
    super(`AADSTS${details.code}: ${details.description}`);
    this.name = 'EntraError';
  }
}

/** The body Entra ID answers a refusal with. */
export function entraErrorBody(error: EntraError, now: Date, correlationId: string | undefined) {
  const { details } = error;
  const traceId = randomUUID();
  const correlation = correlationId ?? randomUUID();
  const timestamp = now
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, 'Z');
  return {
    error: details.error,
    error_description: `${error.message} Trace ID: ${traceId} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
    error_codes: [details.code],
    timestamp,
    trace_id: traceId,
    correlation_id: correlation,
    error_uri: `https://login.microsoftonline.com/error?code=${details.code}`,
    ...(details.suberror === undefined ? {} : { suberror: details.suberror }),
    ...(details.claims === undefined ? {} : { claims: details.claims }),
  };
}

export const missingParameter = (name: string) =>
  new EntraError({
    error: 'invalid_request',
    code: 900144,
    description: `The request body must contain the following parameter: '${name}'.`,
  });

export const unknownClient = (clientId: string, tenantId: string) =>
  new EntraError({
    error: 'unauthorized_client',
    code: 700016,
    description: `Application with identifier '${clientId}' was not found in the directory '${tenantId}'.`,
  });

export const invalidGrant = (code: number, description: string) =>
  new EntraError({ error: 'invalid_grant', code, description });
