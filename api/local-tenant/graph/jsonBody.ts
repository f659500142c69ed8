import { badRequest } from './graphFailure';

export type JsonObject = Record<string, unknown>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The body of a write as an object, or Graph's refusal of an unreadable payload. */
export function requireObject(body: unknown): JsonObject {
  if (!isJsonObject(body)) {
    throw badRequest('Empty Payload. JSON content expected.');
  }
  return body;
}

export function requireProperties(
  body: JsonObject,
  allowed: readonly string[],
  typeName: string,
): void {
  const unknown = Object.keys(body).find((key) => !allowed.includes(key) && !key.includes('@'));
  if (unknown !== undefined) {
    throw badRequest(`The property '${unknown}' does not exist on type '${typeName}'.`);
  }
}
