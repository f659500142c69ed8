import { Field, Input, Textarea } from '@fluentui/react-components';
import { multiLineLimit, singleLineLimit } from '@last-mile/shared/text';
import { mended, type DraftFieldsProps } from './fields';
import type { TriageDraft } from './triageDraft';
import { triageTexts as texts } from './triageTexts';

/** Fields of the draft that hold words. */
type Words = {
  [Field in keyof TriageDraft]: TriageDraft[Field] extends string ? Field : never;
}[keyof TriageDraft];

export interface WordsFieldProps extends Pick<DraftFieldsProps, 'draft' | 'onChange' | 'mend'> {
  field: Exclude<Words, 'keeps'>;
  label: string;
  hint?: string;
  /** @default false */
  required?: boolean;
  /** One line, or as many as it takes. @default false */
  oneLine?: boolean;
}

/** Words of a form, kept in the draft as they are typed. */
export function WordsField(props: WordsFieldProps) {
  const { field, label, hint, required = false, oneLine = false, draft, onChange, mend } = props;
  const onWords = (_: unknown, { value }: { value: string }) => {
    onChange({ [field]: value });
  };
  return (
    <Field label={label} {...(hint && { hint })} required={required} {...mended(mend, field)}>
      {oneLine ? (
        <Input value={draft[field]} maxLength={singleLineLimit} onChange={onWords} />
      ) : (
        <Textarea
          value={draft[field]}
          maxLength={multiLineLimit}
          resize="vertical"
          onChange={onWords}
        />
      )}
    </Field>
  );
}

/** What the reporter is told, where somebody wants to say something. */
export function NoteField(props: Pick<DraftFieldsProps, 'draft' | 'onChange' | 'mend'>) {
  return <WordsField {...props} field="note" label={texts.note} hint={texts.noteHint} />;
}
