/** The answer of a rule: allowed, or refused with a reason both the screen and the API can name. */
export type Decision<Reason extends string = string> =
  { readonly allowed: true } | { readonly allowed: false; readonly reason: Reason };

/** The rule lets it happen. */
export const allow = { allowed: true } as const;

/** The rule does not let it happen, for this reason. */
export function refuse<Reason extends string>(reason: Reason) {
  return { allowed: false, reason } as const;
}
