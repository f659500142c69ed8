import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const sequence = 0x30;
const setOf = 0x31;
const integer = 0x02;
const bitString = 0x03;
const utf8 = 0x0c;
const generalizedTime = 0x18;
const version3 = Buffer.from([0xa0, 0x03, integer, 0x01, 0x02]);
/** sha256WithRSAEncryption, with the NULL its parameters are. */
const signedWith = Buffer.from('300d06092a864886f70d01010b0500', 'hex');
const commonName = Buffer.from('0603550403', 'hex');

/** A new RSA key and the certificate it signed itself, as two PEM blocks. */
export function createSelfSigned(
  name: string,
  from: Date,
  until: Date,
): { privateKey: string; certificate: string } {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const subject = tagged(
    sequence,
    tagged(setOf, tagged(sequence, commonName, tagged(utf8, Buffer.from(name)))),
  );
  const toBeSigned = tagged(
    sequence,
    version3,
    tagged(integer, serialNumber()),
    signedWith,
    subject,
    tagged(sequence, time(from), time(until)),
    subject,
    publicKey,
  );
  const signature = sign('sha256', toBeSigned, privateKey);
  const der = tagged(
    sequence,
    toBeSigned,
    signedWith,
    tagged(bitString, Buffer.from([0]), signature),
  );
  return { privateKey, certificate: toPem(der) };
}

/** The thumbprint Entra and msal-node name a certificate by: SHA-256 of its DER, in upper-case hex. */
export const thumbprintOf = (der: Buffer) =>
  createHash('sha256').update(der).digest('hex').toUpperCase();

/** X.690: tag, length, content. */
function tagged(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content]);
  const bytes = Buffer.from(length.toString(16).padStart(length > 0xff ? 4 : 2, '0'), 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | bytes.length]), bytes, content]);
}

/** Positive, and of full length. */
function serialNumber(): Buffer {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes;
}

const time = (date: Date) =>
  tagged(generalizedTime, Buffer.from(`${date.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`));

const toPem = (der: Buffer) =>
  `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/(.{64})(?=.)/g, '$1\n')}\n-----END CERTIFICATE-----\n`;
