const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endLength = 22;
const entryLength = 46;
/** Stands where a number needs more than four bytes. */
const elsewhere = 0xffffffff;
/** What nothing is packed into. */
const emptyLength = 2;
const slash = 0x2f;

/**
 * How many bytes a ZIP archive says to unpack to, from the directory at its end; undefined for what
 * is no archive, or one that leaves a size open. What unpacks it must hold each entry to what is
 * said here: then a small file cannot become a large one.
 */
export function unpackedSize(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Without a comment behind it, so that nobody can find another end than we do.
  const end = bytes.byteLength - endLength;
  if (end < 0 || view.getUint32(end, true) !== endSignature) return undefined;
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let size = 0;
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + entryLength > end || view.getUint32(at, true) !== entrySignature) return undefined;
    const packed = view.getUint32(at + 20, true);
    const unpacked = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const isFolder = bytes[at + entryLength + nameLength - 1] === slash;
    if (packed === elsewhere || unpacked === elsewhere) return undefined;
    // Readers take a zero for "not known", and then read as much as there is.
    if (!isFolder && (packed === 0 || (unpacked === 0 && packed > emptyLength))) return undefined;
    size += unpacked;
    at += entryLength + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return size;
}
