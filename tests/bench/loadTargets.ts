/** What a bench server says once it listens. */
export interface ServerReady {
  readonly origin: string;
}

/** One answer of the product, to be given by the bare server too. */
export interface BareAnswer {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface BareOrder {
  readonly answers: readonly BareAnswer[];
}
