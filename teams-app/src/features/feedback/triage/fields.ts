import type { FieldProps } from '@fluentui/react-components';
import type { QueueItem } from '@last-mile/shared/feedback';
import type { DraftField, TriageDraft } from './triageDraft';
import { triageTexts as texts } from './triageTexts';

/** What the fields of every form are given. */
export interface DraftFieldsProps {
  item: QueueItem;
  draft: TriageDraft;
  onChange: (part: Partial<TriageDraft>) => void;
  /** Fields that somebody has to mend before the form can be sent. */
  mend: ReadonlySet<string>;
}

/** Says at a field what is missing in it. */
export function mended(
  mend: ReadonlySet<string>,
  field: DraftField,
  words: string = texts.mend.words,
): Pick<FieldProps, 'validationState' | 'validationMessage'> {
  return mend.has(field) ? { validationState: 'error', validationMessage: words } : {};
}
