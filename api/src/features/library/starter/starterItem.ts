import { placeholdersIn, type LibraryContent, type StarterTask } from '@last-mile/shared/library';
import { placeholderNotes } from './placeholderNotes';

/** An item as it ships: its words, and the task and step it was written for. */
export interface StarterItem {
  readonly task: StarterTask;
  /** Name of the step of that task. */
  readonly step: string;
  readonly content: LibraryContent;
}

interface Written {
  readonly title: string;
  readonly purpose: string;
  readonly body: string;
  /** Ids of job families; empty means all. */
  readonly jobFamilies: readonly string[];
  readonly task: StarterTask;
  readonly step: string;
  readonly tags: readonly string[];
  readonly checkBeforeTrusting: string;
  readonly exampleOutput?: string;
}

/** An email template: a subject and HTML, with `{{placeholders}}`. */
export function template(item: Written & { readonly subject: string }): StarterItem {
  return toItem('template', item, { subject: item.subject, assistant: null });
}

/** A prompt for an assistant. */
export function prompt(item: Written & { readonly assistant: string }): StarterItem {
  return toItem('prompt', item, { subject: null, assistant: item.assistant });
}

function toItem(
  kind: LibraryContent['kind'],
  { title, purpose, body, jobFamilies, task, step, tags, ...written }: Written,
  more: Pick<LibraryContent, 'subject' | 'assistant'>,
): StarterItem {
  return {
    task,
    step,
    content: {
      kind,
      title,
      purpose,
      body: body.trim(),
      ...more,
      jobFamilies: [...jobFamilies],
      taskKey: null,
      stepKey: null,
      language: 'en-GB',
      tags: [...tags],
      checkBeforeTrusting: written.checkBeforeTrusting,
      placeholders: placeholdersIn(more.subject, body).map((name) => {
        const note = placeholderNotes[name];
        if (!note) throw new Error(`The starter library says nothing of {{${name}}}.`);
        return { name, ...note };
      }),
      exampleOutput: written.exampleOutput ?? '',
      sources: [],
    },
  };
}
