import { lookup } from 'node:dns/promises';
import { request } from 'node:https';
import { checkServerIdentity, connect, type PeerCertificate } from 'node:tls';

/** How the public address is reached; the defaults are the ways of everybody else. */
export interface Reach {
  /** The addresses of a host name. */
  readonly lookUp: (host: string) => Promise<readonly string[]>;
  readonly port: number;
  /** Certification authorities to trust besides the system's, as PEM. */
  readonly authorities?: string;
}

export const publicReach: Reach = {
  lookUp: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  port: 443,
};

/** What the server shows of itself when a connection begins. */
export interface ShownCertificate {
  /** OpenSSL's code where the chain is not trusted, such as `CERT_HAS_EXPIRED`; null where it is. */
  readonly distrust: string | null;
  readonly coversName: boolean;
  readonly endsAt: Date;
}

export interface Answer {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly body: string;
}

/** The deployment as anybody on the internet sees it. */
export interface PublicAddress {
  readonly host: string;
  addresses(): Promise<readonly string[]>;
  certificate(): Promise<ShownCertificate>;
  get(path: string): Promise<Answer>;
}

const connectMs = 4_000;
const largestBody = 2_000_000;

export function createPublicAddress(origin: string, reach: Reach): PublicAddress {
  const { hostname: host } = new URL(origin);
  const addresses = () => reach.lookUp(host);
  const first = async () => {
    const [address] = await addresses();
    if (address === undefined) throw Object.assign(new Error('no address'), { code: 'ENODATA' });
    return address;
  };

  return {
    host,
    addresses,

    async certificate() {
      const address = await first();
      return new Promise((resolve, reject) => {
        const socket = connect(
          {
            ...{ host: address, port: reach.port, servername: host, rejectUnauthorized: false },
            ...(reach.authorities === undefined ? {} : { ca: reach.authorities }),
            timeout: connectMs,
          },
          () => {
            const certificate = socket.getPeerCertificate();
            // Names are judged here: with `rejectUnauthorized` off Node notes the chain's fault alone.
            resolve({ ...toShown(host, certificate), distrust: distrustOf(socket) });
            socket.destroy();
          },
        );
        socket.on('error', reject);
        socket.on('timeout', () => {
          socket.destroy(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' }));
        });
      });
    },

    async get(path) {
      const address = await first();
      return new Promise((resolve, reject) => {
        const asked = request(
          {
            ...{ host: address, port: reach.port, path, servername: host },
            headers: { host },
            // Nothing secret is sent, and a bad certificate is told by a check of its own.
            rejectUnauthorized: false,
            timeout: connectMs,
          },
          (response) => {
            let body = '';
            response.setEncoding('utf8');
            response.on('data', (chunk: string) => {
              body += chunk;
              if (body.length > largestBody) response.destroy();
            });
            response.on('error', reject);
            response.on('end', () => {
              const header = (name: string) => response.headers[name]?.toString() ?? null;
              resolve({ status: response.statusCode ?? 0, header, body });
            });
          },
        );
        asked.on('timeout', () => {
          asked.destroy(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' }));
        });
        asked.on('error', reject);
        asked.end();
      });
    },
  };
}

function toShown(host: string, certificate: PeerCertificate) {
  return {
    coversName: checkServerIdentity(host, certificate) === undefined,
    endsAt: new Date(certificate.valid_to),
  };
}

/** Node gives the code as text or, by its types, as an error. */
function distrustOf(socket: { authorized: boolean; authorizationError: unknown }): string | null {
  if (socket.authorized) return null;
  const { authorizationError: error } = socket;
  const code = typeof error === 'string' ? error : error instanceof Error ? error.message : '';
  // A name that does not match is reported as `coversName`.
  return code === '' || code === 'ERR_TLS_CERT_ALTNAME_INVALID' ? null : code;
}
