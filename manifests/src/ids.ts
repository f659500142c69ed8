import { createHash } from 'node:crypto';

/** Our own namespace for name-based ids: whoever packages for the same app registration gets the same ids. */
const namespace = '5f1c8a52-6d0e-4c3f-9b57-1a57a1711e00';

export interface PackageIds {
  /** The app's id in the Teams catalogue. */
  readonly app: string;
  /** The add-in only manifest's id; the unified manifest hides the add-in by it. */
  readonly addinOnly: string;
}

/** The two ids of a package, the same for the same app registration and environment for ever. */
export function packageIds(clientId: string, environment: string): PackageIds {
  const name = `${clientId.toLowerCase()}/${environment}`;
  return { app: uuidV5(`${name}/app`), addinOnly: uuidV5(`${name}/outlook`) };
}

/** A name-based UUID (RFC 9562, version 5). */
function uuidV5(name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}
