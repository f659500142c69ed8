/** A secret as it looks: what must be in no tracked file and in nothing that is built. */
const secrets: readonly (readonly [string, RegExp])[] = [
  ['a private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s*[A-Za-z0-9+/=\s]{64}/],
  ['a token', /\beyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{20,}/],
  [
    'a connection string with its password',
    /\bpostgres(?:ql)?:\/\/[\w.-]+:(?!\$|<|…)[^@\s"'`$<>{}]{8,}@(?!localhost|127\.0\.0\.1)/,
  ],
  ['a key of a storage account', /\bAccountKey=[A-Za-z0-9+/]{40,}/],
  ['a client secret of Entra', /\b[\w~.-]{3}8Q~[\w~.-]{31,34}/],
  ['a token of GitHub', /\bgh[pousr]_[A-Za-z0-9]{36}\b/],
];

/** The kinds of secret in a text. */
export function secretsIn(text: string): string[] {
  return secrets.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind);
}
