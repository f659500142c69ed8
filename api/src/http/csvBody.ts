import type { HonoRequest } from 'hono';
import { UnsupportedMediaType } from './refusals';

/** The text of a request that was sent as CSV; throws {@link UnsupportedMediaType}. */
export async function csvBody(request: Pick<HonoRequest, 'header' | 'text'>): Promise<string> {
  if (!/^text\/csv\s*(?:;|$)/i.test(request.header('content-type') ?? '')) {
    throw new UnsupportedMediaType('text/csv');
  }
  return request.text();
}
