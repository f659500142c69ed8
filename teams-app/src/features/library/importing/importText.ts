/** How a file's characters are written. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * The text of a file, by its byte order mark, else as UTF-8 where it is valid, else as UTF-16 where
 * every other byte is zero, else as Windows-1252, in which Excel writes "CSV" in Western Europe.
 * Undefined for what is no text at all. The byte order mark is not part of the text.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } | undefined {
  for (const encoding of candidates(bytes)) {
    const text = decode(bytes, encoding);
    if (text !== undefined) return { text, encoding };
  }
  return undefined;
}

function candidates(bytes: Uint8Array): Encoding[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le'];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be'];
  const beginning = bytes.subarray(0, 4_096);
  const zeros = [0, 0];
  beginning.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const many = beginning.length / 5;
  if (odd > many && even < many / 4) return ['utf-16le'];
  if (even > many && odd < many / 4) return ['utf-16be'];
  // No text in Windows-1252 has a NUL; a file that is neither that nor UTF-8 is no text.
  return bytes.includes(0) ? ['utf-8'] : ['utf-8', 'windows-1252'];
}

function decode(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
