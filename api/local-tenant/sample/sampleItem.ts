import { laterContent, type LibraryContent } from '@last-mile/shared/library';
import { sampleKey } from './sampleKeys';
import { taskKey, type SampleTask } from './workflows';

/** An item of the sample library before it has a history. */
export interface SampleItem {
  readonly clientKey: string;
  readonly content: LibraryContent;
}

interface Common {
  readonly title: string;
  readonly purpose: string;
  readonly body: string;
  readonly jobFamilies: readonly string[];
  readonly task: SampleTask | null;
  readonly tags: readonly string[];
  readonly checkBeforeTrusting: string;
}

/** An email template: a subject and HTML, with `{{placeholders}}`. */
export function template(item: Common & { readonly subject: string }): SampleItem {
  return toItem('template', item, { subject: item.subject, assistant: null });
}

/** A prompt for an assistant. */
export function prompt(item: Common & { readonly assistant: string }): SampleItem {
  return toItem('prompt', item, { subject: null, assistant: item.assistant });
}

function toItem(
  kind: LibraryContent['kind'],
  { title, purpose, body, jobFamilies, task, tags, checkBeforeTrusting }: Common,
  more: Pick<LibraryContent, 'subject' | 'assistant'>,
): SampleItem {
  return {
    clientKey: sampleKey(`${kind} ${title}`),
    content: {
      kind,
      title,
      purpose,
      body: body.trim(),
      ...more,
      jobFamilies: [...jobFamilies],
      taskKey: task === null ? null : taskKey(task),
      language: 'en-GB',
      tags: [...tags],
      checkBeforeTrusting,
      ...laterContent,
    },
  };
}
