import { createHash } from 'node:crypto';
import type { ListName } from '../sync/listDefinition';

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Names in this space are items that people made by hand in SharePoint. */
const handMade = '5d3c1f7e-6a54-5b0e-9a3f-6b1f0c2d9e11';

/**
 * The public id of an item: its client key, or for one made by hand in SharePoint, which has none,
 * a UUID that stays the same.
 */
export function publicKeyOf(list: ListName, storedKey: string): string {
  return uuid.test(storedKey)
    ? storedKey.toLowerCase()
    : nameBasedUuid(handMade, `${list}/${storedKey}`);
}

/** A version 5 UUID (RFC 9562): the same name in the same space is always the same id. */
export function nameBasedUuid(space: string, name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(space.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}
