import type { AttributesOf, CounterName, GaugeName, SpanKind, spans } from './instruments';

type Measured<K extends SpanKind> = AttributesOf<(typeof spans)[K]>;

/** What a span and its metric are told once the work is done. */
interface Outcome<K extends SpanKind> {
  readonly attributes: Measured<K>;
  readonly failed: boolean;
}

/** What is told about a running process; there is none where nobody listens. */
export interface Telemetry {
  count<N extends CounterName>(name: N, attributes: AttributesOf<N>): void;
  /**
   * Does the work inside a span, and measures how long it took. `describe` says of what came of it, or
   * of the error, what may be said; the error goes on to the caller.
   */
  measure<K extends SpanKind, T>(
    kind: K,
    work: () => Promise<T>,
    describe: (result: { readonly value: T } | { readonly error: unknown }) => Outcome<K>,
  ): Promise<T>;
  /** Asks for readings each time metrics are exported. */
  observe<N extends GaugeName>(
    name: N,
    read: () => Promise<
      readonly { readonly value: number; readonly attributes: AttributesOf<N> }[]
    >,
  ): void;
  /** Sends what was not sent yet. */
  close(): Promise<void>;
}
