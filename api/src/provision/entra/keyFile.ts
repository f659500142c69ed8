import { createPrivateKey, randomUUID, X509Certificate } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { CommandWrong } from '../commandWrong';
import { createSelfSigned, thumbprintOf } from './selfSigned';

/** A certificate whose key we have, as far as Entra is told of it: never the key. */
export interface OwnCertificate {
  readonly thumbprintSha256: string;
  readonly derBase64: string;
  readonly from: Date;
  readonly until: Date;
}

/** How long a certificate made here holds; Entra takes longer ones, rollover is cheap. */
const lifeDays = 365;

/** The certificate in a PEM file that holds it with its private key, or undefined without such a file. */
export function readKeyFile(path: string, now: Date): OwnCertificate | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new CommandWrong(`--certificate ${path} cannot be read.`);
  }
  const certificate = read(() => new X509Certificate(text));
  const key = read(() => createPrivateKey(text));
  if (!certificate || !key || !certificate.checkPrivateKey(key)) {
    throw new CommandWrong(
      `--certificate ${path} must hold a certificate and its private key in PEM, without a passphrase.`,
    );
  }
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
    throw new CommandWrong(`--certificate ${path} is readable by others: chmod 600 it first.`);
  }
  const until = new Date(certificate.validTo);
  if (until <= now) {
    throw new CommandWrong(
      `--certificate ${path} expired on ${until.toISOString().slice(0, 10)}. Name a new file, and a key is made in it.`,
    );
  }
  return {
    thumbprintSha256: thumbprintOf(certificate.raw),
    derBase64: certificate.raw.toString('base64'),
    from: new Date(certificate.validFrom),
    until,
  };
}

/** Makes a key pair and its certificate in a new file that only its owner reads; nothing is overwritten. */
export function writeKeyFile(path: string, domain: string, now: Date): void {
  const from = new Date(Math.floor(now.getTime() / 1000) * 1000);
  const until = new Date(from.getTime() + lifeDays * 86_400_000);
  const { privateKey, certificate } = createSelfSigned(`Last Mile ${domain}`, from, until);
  const file = openSync(path, 'wx', 0o600);
  try {
    writeFileSync(file, `${privateKey}${certificate}`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** How Graph takes a certificate. */
export function toKeyCredential(certificate: OwnCertificate) {
  return {
    keyId: randomUUID(),
    displayName: `Last Mile ${certificate.thumbprintSha256.slice(0, 8)}`,
    type: 'AsymmetricX509Cert',
    usage: 'Verify',
    key: certificate.derBase64,
    startDateTime: certificate.from.toISOString(),
    endDateTime: certificate.until.toISOString(),
  };
}

function read<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch {
    return undefined;
  }
}
