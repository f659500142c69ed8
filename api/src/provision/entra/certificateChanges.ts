import type { RegisteredApp, KeyCredential } from './registeredApp';
import { readKeyFile, toKeyCredential, writeKeyFile } from './keyFile';
import { thumbprintOf } from './selfSigned';

/** Days before its end from which on the app needs a new credential: the doctor and provisioning say so alike. */
export const renewalDays = 30;

export interface CertificateGround {
  readonly domain: string;
  /** The PEM file with certificate and key (`--certificate`): read, or made where there is none. */
  readonly keyFile: string | undefined;
  readonly now: Date;
  /** Writes the registration's certificates anew, from what they are at that moment. */
  readonly write: (change: (held: readonly KeyCredential[]) => readonly object[]) => Promise<void>;
}

/** What the app proves itself with: the certificate of the named file is added, expired ones of ours go. */
export function certificateChanges(app: RegisteredApp | undefined, ground: CertificateGround) {
  const { keyFile, domain, now, write } = ground;
  const held = app?.keyCredentials ?? [];
  const changes = [];
  if (keyFile !== undefined) {
    const own = readKeyFile(keyFile, now);
    if (!own || !held.some((each) => thumbprintIn(each) === own.thumbprintSha256)) {
      changes.push({
        what: own
          ? `Add the certificate in ${keyFile}, valid until ${dayOf(own.until)}`
          : `Make a key in ${keyFile}, readable by you alone, and add its certificate`,
        why: 'The API proves with it that it is Last Mile. The key stays in the file, which goes to whoever runs the API.',
        apply: async () => {
          if (!readKeyFile(keyFile, now)) writeKeyFile(keyFile, domain, now);
          const certificate = readKeyFile(keyFile, now);
          if (!certificate) throw new Error(`${keyFile} is gone again.`);
          await write((certificates) => [
            ...certificates.filter((each) => thumbprintIn(each) !== certificate.thumbprintSha256),
            toKeyCredential(certificate),
          ]);
        },
      });
    }
  }
  for (const expired of held.filter((each) => isExpired(each, now) && isOurs(each))) {
    changes.push({
      what: `Remove the certificate ${expired.displayName ?? expired.keyId} that expired on ${dayOf(new Date(expired.endDateTime))}`,
      why: 'It proves nothing any more.',
      apply: () =>
        write((certificates) => certificates.filter(({ keyId }) => keyId !== expired.keyId)),
    });
  }
  return changes;
}

/** The certificates that hold now, as the hand-over names them. */
export function validCertificates(app: RegisteredApp, now: Date) {
  return certificatesOf({
    keyCredentials: app.keyCredentials.filter((each) => !isExpired(each, now)),
  });
}

/** Every certificate, also one that has ended. */
export function certificatesOf(app: Pick<RegisteredApp, 'keyCredentials'>) {
  return app.keyCredentials.flatMap((each) => {
    const thumbprintSha256 = thumbprintIn(each);
    if (thumbprintSha256 === undefined) return [];
    return [{ thumbprintSha256, expires: new Date(each.endDateTime).toISOString() }];
  });
}

const isExpired = ({ endDateTime }: KeyCredential, now: Date) => new Date(endDateTime) <= now;
const isOurs = ({ displayName }: KeyCredential) => displayName?.startsWith('Last Mile') ?? false;
const dayOf = (date: Date) => date.toISOString().slice(0, 10);

const thumbprintIn = ({ key }: KeyCredential) =>
  key ? thumbprintOf(Buffer.from(key, 'base64')) : undefined;
