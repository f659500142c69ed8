/** A refusal as SharePoint's own service words it: a number of Windows, a class, and a sentence. */
export class RestFailure extends Error {
  override readonly name = 'RestFailure';
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

export const accessIsDenied = () =>
  new RestFailure(
    403,
    '-2147024891, System.UnauthorizedAccessException',
    'Access is denied. (Exception from HRESULT: 0x80070005 (E_ACCESSDENIED))',
  );

export const listMissing = () =>
  new RestFailure(
    404,
    '-2130575322, Microsoft.SharePoint.SPException',
    'List does not exist. The page you selected contains a list that does not exist.',
  );

export const badArgument = (message: string) =>
  new RestFailure(400, '-2147024809, System.ArgumentException', message);

export const unsupportedToken = (message: string) =>
  new RestFailure(401, '-2147024891, System.UnauthorizedAccessException', message, {
    'WWW-Authenticate': 'Bearer realm="", error="invalid_token"',
  });
