import { createHash } from 'node:crypto';

/** A UUID (version 8: made by rule) that is the same for the same name on every machine. */
export function sampleKey(name: string): string {
  const hex = createHash('sha256').update(`Halden & Marsh/${name}`).digest('hex');
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
