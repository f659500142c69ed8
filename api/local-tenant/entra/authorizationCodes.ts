import { randomBytes } from 'node:crypto';

interface AuthorizationCode {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly userId: string;
  readonly scope: string;
  readonly codeChallenge?: string;
  readonly nonce?: string;
}

export interface AuthorizationCodes {
  issue(code: AuthorizationCode, now: Date): string;
  /** What the code stands for, once. */
  redeem(code: string, now: Date): AuthorizationCode | undefined;
}

const codeLifeMs = 10 * 60 * 1000;

/** Codes live ten minutes and in memory only: a sign-in interrupted by a restart starts again. */
export function createAuthorizationCodes(): AuthorizationCodes {
  const issued = new Map<string, { code: AuthorizationCode; expires: number }>();
  return {
    issue(code, now) {
      const text = randomBytes(32).toString('base64url');
      issued.set(text, { code, expires: now.getTime() + codeLifeMs });
      return text;
    },
    redeem(text, now) {
      const found = issued.get(text);
      issued.delete(text);
      return found !== undefined && found.expires > now.getTime() ? found.code : undefined;
    },
  };
}
