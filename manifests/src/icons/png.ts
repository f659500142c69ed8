import { deflateSync, inflateSync } from 'node:zlib';

/** A picture as rows of red, green, blue and alpha bytes. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const bytesPerPixel = 4;

/** The picture as a PNG file: 8 bits a channel with alpha, no metadata, so the same picture gives the same file. */
export function encodePng({ width, height, rgba }: Pixels): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = new Uint8Array(height * (1 + width * bytesPerPixel));
  for (let y = 0; y < height; y += 1) {
    const row = rgba.subarray(y * width * bytesPerPixel, (y + 1) * width * bytesPerPixel);
    // Each row starts with its filter; 0 leaves the bytes as they are.
    rows.set(row, y * (1 + width * bytesPerPixel) + 1);
  }
  return joined([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** The width and height a PNG states in its header, or undefined when the bytes are no PNG. */
export function measurePng(file: Uint8Array): { width: number; height: number } | undefined {
  if (file.length < 24 || !signature.every((byte, index) => file[index] === byte)) return undefined;
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** The picture in a PNG that `encodePng` wrote; undefined for any other kind of PNG. */
export function decodePng(file: Uint8Array): Pixels | undefined {
  const size = measurePng(file);
  if (size === undefined) return undefined;
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const idat = signature.length + 12 + 13;
  const length = view.getUint32(idat);
  const rows = inflateSync(file.subarray(idat + 8, idat + 8 + length));
  const rowLength = 1 + size.width * bytesPerPixel;
  if (rows.length !== size.height * rowLength) return undefined;
  const rgba = new Uint8Array(size.width * size.height * bytesPerPixel);
  for (let y = 0; y < size.height; y += 1) {
    if (rows[y * rowLength] !== 0) return undefined;
    rgba.set(rows.subarray(y * rowLength + 1, (y + 1) * rowLength), y * (rowLength - 1));
  }
  return { ...size, rgba };
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = joined([new TextEncoder().encode(type), data]);
  const framed = new Uint8Array(body.length + 8);
  const view = new DataView(framed.buffer);
  view.setUint32(0, data.length);
  framed.set(body, 4);
  view.setUint32(body.length + 4, crc32(body));
  return framed;
}

/** The checksum PNG asks for. `zlib.crc32` came with Node 20.15 but is not in every build of Node 20. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
