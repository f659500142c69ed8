import type { AuthenticationResult } from '@azure/msal-browser';
import type { SignInMessage } from './signInMessage';
import { isAnswer, readQuestion, type SignInQuestion } from './signInQuestion';

/** The two ends of Entra's redirect. */
export interface RedirectFlow {
  /** The token for which the page was come back to; null when it was not. */
  comeBack(): Promise<AuthenticationResult | null>;
  /** Goes to Entra: the page ends. */
  leave(question: SignInQuestion): Promise<void>;
}

/**
 * One load of the sign-in page: the first goes to Entra and answers null, the one that Entra comes back
 * to says what it came to. It never goes to Entra twice: an answer that will not do is a failure.
 */
export async function signInStep(hash: string, flow: RedirectFlow): Promise<SignInMessage | null> {
  try {
    const result = await flow.comeBack();
    if (result !== null) return toMessage(result);
    if (isAnswer(hash)) return { outcome: 'failed' };
    await flow.leave(readQuestion(hash));
    return null;
  } catch (error) {
    return { outcome: isRefusal(error) ? 'refused' : 'failed' };
  }
}

function toMessage({ accessToken, expiresOn, account }: AuthenticationResult): SignInMessage {
  if (expiresOn === null) return { outcome: 'failed' };
  return {
    outcome: 'signedIn',
    accessToken,
    expiresAt: expiresOn.getTime(),
    account: `${account.tenantId}.${account.localAccountId}`,
    loginHint: account.loginHint ?? account.username,
  };
}

function isRefusal(error: unknown): boolean {
  const code = error instanceof Error && 'errorCode' in error ? error.errorCode : undefined;
  return code === 'access_denied' || code === 'consent_required';
}
