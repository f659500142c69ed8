/** A refusal as Graph words it; becomes the error body and status of the answer. */
export class GraphFailure extends Error {
  readonly status: number;
  readonly code: string;
  readonly innerCode: string | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    message: string,
    more: { innerCode?: string; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    this.name = 'GraphFailure';
    this.status = status;
    this.code = code;
    this.innerCode = more.innerCode;
    this.headers = more.headers ?? {};
  }
}

export const invalidRequest = (message: string, innerCode?: string) =>
  new GraphFailure(400, 'invalidRequest', message, innerCode === undefined ? {} : { innerCode });

export const badRequest = (message: string) => new GraphFailure(400, 'BadRequest', message);

export const itemNotFound = (message = 'The resource could not be found.') =>
  new GraphFailure(404, 'itemNotFound', message);

export const accessDenied = () =>
  new GraphFailure(
    403,
    'accessDenied',
    'The caller does not have permission to perform the action.',
  );

export const privilegesMissing = () =>
  new GraphFailure(
    403,
    'Authorization_RequestDenied',
    'Insufficient privileges to complete the operation.',
  );

export const directoryObjectNotFound = (id: string) =>
  new GraphFailure(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );

/** The directory's refusal of a body; `detail` is the finer code it carries inside. */
export const directoryBadRequest = (message: string, detail?: string) =>
  new GraphFailure(
    400,
    'Request_BadRequest',
    message,
    detail === undefined ? {} : { innerCode: detail },
  );
