import { issueAt } from '@last-mile/shared/issue';
import type { LibraryContent } from '@last-mile/shared/library';
import { InvalidRequest } from '../../http/refusals';
import type { SanitiseTemplate } from './sanitiseTemplate';

/** A person's text as it is kept: a template without what could act. Refuses what leaves nothing. */
export type WrittenText = (content: LibraryContent) => Promise<LibraryContent>;

export function createWrittenText(sanitise: SanitiseTemplate): WrittenText {
  return async (content) => {
    if (content.kind === 'prompt') return content;
    const body = (await sanitise(content.body)).trim();
    if (body === '') {
      throw new InvalidRequest([issueAt('content.body', 'nothingSafe')]);
    }
    return { ...content, body };
  };
}
