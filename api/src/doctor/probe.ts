/** A check has nothing to judge, because what another one looks at is not there. */
export class Behind extends Error {
  override readonly name = 'Behind';
  /** `title` is the check that says more. */
  constructor(
    readonly title: string,
    options?: ErrorOptions,
  ) {
    super(`see “${title}”`, options);
  }
}

/** Something several checks stand on, asked once. */
export interface Probe<T> {
  /** The title of the check that judges it. */
  readonly title: string;
  /** As it came out, for that check. */
  result(): Promise<T>;
  /** For every other check: throws {@link Behind} where it failed, so that one fault is told once. */
  needed(): Promise<T>;
}

export function createProbe<T>(title: string, ask: () => Promise<T>): Probe<T> {
  let asked: Promise<T> | undefined;
  const result = () => (asked ??= ask());
  return {
    title,
    result,
    needed: () =>
      result().catch((error: unknown) => {
        throw error instanceof Behind ? error : new Behind(title, { cause: error });
      }),
  };
}
