import type { EntraTokens, GraphCaller } from '../storage/entraTokens';

const remembered = 1000;

/** Verifies a token's signature once and remembers it until it expires, for that costs more than a read. */
export function rememberVerified(entra: Pick<EntraTokens, 'verifyGraphToken'>, now: () => Date) {
  const known = new Map<string, { caller: GraphCaller; expiresAt: number }>();

  return async function verify(bearer: string): Promise<GraphCaller | undefined> {
    const found = known.get(bearer);
    if (found && now().getTime() < found.expiresAt) return found.caller;
    known.delete(bearer);
    const verified = await entra.verifyGraphToken(bearer);
    if (!verified) return undefined;
    const expiresAt = readExpiry(bearer);
    const caller = { ...verified, expiresAt };
    if (known.size >= remembered) known.clear();
    known.set(bearer, { caller, expiresAt });
    return caller;
  };
}

/** The `exp` of a token whose signature was verified, in milliseconds. */
function readExpiry(bearer: string): number {
  const payload = Buffer.from(bearer.split('.')[1] ?? '', 'base64url').toString('utf8');
  const { exp } = JSON.parse(payload) as { exp?: number };
  return (exp ?? 0) * 1000;
}
