import { laterContent, type draftRequest } from '@last-mile/shared/library';
import type * as z from 'zod/mini';
import type { WorkedPrompt } from './features/practice/takingPart';

/**
 * What worked for somebody in practice, as a draft of theirs: their words to the letter, under the name of
 * the session. What it still lacks whoever reviews it adds.
 */
export function toWorkedDraft({
  clientKey,
  session,
  text,
}: WorkedPrompt): z.output<typeof draftRequest> {
  return {
    clientKey,
    original: null,
    content: {
      ...{ kind: 'prompt', title: session.title, purpose: '', body: text, subject: null },
      jobFamilies: session.jobFamily === null ? [] : [session.jobFamily],
      taskKey: session.workflowKey,
      ...{ assistant: null, language: 'und', tags: [], checkBeforeTrusting: '' },
      ...laterContent,
    },
  };
}
