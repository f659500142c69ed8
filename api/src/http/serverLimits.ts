import type { ServerOptions } from 'node:http';

/**
 * What a connection may cost before anything is known about who is at its other end. Node closes one that
 * sends slower than this with 408, and one whose headers are longer with 431.
 */
export const serverLimits: ServerOptions = {
  headersTimeout: 15_000,
  /** For the whole of a request: the longest file on a poor line. */
  requestTimeout: 120_000,
  /** Longer than the proxies before us keep theirs idle would lose requests; much longer only memory. */
  keepAliveTimeout: 75_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16_384,
};
