import { createHash } from 'node:crypto';
import { apiHeaders } from '../../http/perimeter';

/** An answer as it leaves: bytes, the tag that names them, and its headers. */
export interface ReadyAnswer {
  readonly version: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly eTag: string;
  readonly headers: Readonly<Record<string, string>>;
}

const readyHeaders = {
  ...apiHeaders,
  'Cache-Control': 'private, no-cache',
  'Content-Type': 'application/json',
  Vary: 'Authorization',
};

const mostBytes = 32 * 1_048_576;

/**
 * Keeps answers as ready bytes under what was asked, so that a library read costs a look-up and a
 * write. An answer of an older version is never given out.
 */
export function createAnswerCache() {
  const answers = new Map<string, ReadyAnswer>();
  let held = 0;

  function drop(key: string) {
    held -= answers.get(key)?.bytes.byteLength ?? 0;
    answers.delete(key);
  }

  return {
    get(key: string, version: string): ReadyAnswer | undefined {
      const answer = answers.get(key);
      return answer?.version === version ? answer : undefined;
    },
    put(key: string, version: string, value: unknown): ReadyAnswer {
      const bytes = new TextEncoder().encode(JSON.stringify(value));
      const digest = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
      const eTag = `"${digest}"`;
      const answer = { version, bytes, eTag, headers: { ...readyHeaders, ETag: eTag } };
      drop(key);
      answers.set(key, answer);
      held += bytes.byteLength;
      for (const oldest of answers.keys()) {
        if (held <= mostBytes || oldest === key) break;
        drop(oldest);
      }
      return answer;
    },
  };
}
