/** What the pane asks of the sign-in. */
export interface SignInQuestion {
  /** Whom Entra need not ask who they are. */
  readonly loginHint?: string;
  /** A claims challenge to meet, as JSON text. */
  readonly claims?: string;
}

/** The sign-in page's address with the question behind `#`: no server, and so no log, is told of it. */
export function withQuestion(page: string, question: SignInQuestion): string {
  const parts = new URLSearchParams(
    Object.entries(question).filter((part): part is [string, string] => part[1] !== undefined),
  );
  return parts.size === 0 ? page : `${page}#${parts.toString()}`;
}

/** The question of an address's hash; whatever else stands in it is none of ours. */
export function readQuestion(hash: string): SignInQuestion {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  const loginHint = parts.get('loginHint');
  const claims = parts.get('claims');
  return { ...(loginHint === null ? {} : { loginHint }), ...(claims === null ? {} : { claims }) };
}

/** Whether an address's hash is Entra's answer, whatever it says. */
export function isAnswer(hash: string): boolean {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  return parts.has('state') && (parts.has('code') || parts.has('error'));
}
