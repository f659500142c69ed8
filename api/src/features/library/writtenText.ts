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
      const message = 'Nothing is left when what is unsafe in an email is taken out.';
      throw new InvalidRequest([{ path: 'content.body', message }]);
    }
    return { ...content, body };
  };
}
