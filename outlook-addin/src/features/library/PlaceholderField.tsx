import { Field, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import type { ItemPlaceholder } from '@last-mile/shared/library';
import type { KeyboardEvent } from 'react';
import { itemTexts as texts, placeholderLabel } from './itemTexts';
import type { Proposal } from './placeholderProposals';

export interface PlaceholderFieldProps {
  name: string;
  /** What the item's author said of it; null where nothing. */
  declared: ItemPlaceholder | null;
  value: string;
  /** Where the value comes from, when it was not typed. */
  proposal: Proposal | null;
  missing: boolean;
  /** The person was about to use the item with this field empty. */
  warned: boolean;
  onChange: (value: string) => void;
  /** Enter: on to what comes next. */
  onEnter: () => void;
}

/** One placeholder: proposed, chosen or typed, on one line until more is needed. */
export function PlaceholderField(props: PlaceholderFieldProps) {
  const { name, declared, value, proposal, missing, warned, onChange, onEnter } = props;
  const isChoice = declared?.kind === 'choice' && declared.choices.length > 0;
  const styles = useStyles();
  const hint =
    proposal === null ? (missing ? texts.stillEmpty : '') : texts.proposedFrom[proposal.source];

  /** Enter goes on, as in a one-line field, and never inserts by accident; Shift+Enter makes a line. */
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onEnter();
  }

  return (
    <Field
      className={styles.root}
      label={{ children: placeholderLabel(name), className: styles.label }}
      {...(warned && missing
        ? {
            validationState: 'warning' as const,
            validationMessage: { children: texts.stillEmpty, className: styles.aside },
          }
        : { hint: { children: hint, className: styles.aside } })}
    >
      {isChoice ? (
        <Select
          className={styles.field}
          title={declared.description}
          value={value}
          onChange={(_, data) => {
            onChange(data.value);
          }}
        >
          {/* What was proposed may be none of the choices; it is not lost. */}
          {[...new Set(['', value, ...declared.choices])].map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </Select>
      ) : (
        <Textarea
          className={styles.field}
          textarea={{ className: styles.text, rows: 1, onKeyDown }}
          placeholder={declared?.description ?? ''}
          value={value}
          onChange={(_, data) => {
            onChange(data.value);
          }}
        />
      )}
    </Field>
  );
}

/** The hint stands beside the label: a pane has width to spare there, and never enough height. */
const useStyles = makeStyles({
  root: { gridTemplateColumns: 'auto 1fr', columnGap: tokens.spacingHorizontalS },
  label: { paddingBlock: `0 ${tokens.spacingVerticalXXS}` },
  aside: { gridRow: '1', gridColumn: '2', marginBlock: '0', alignSelf: 'center', textAlign: 'end' },
  field: { gridColumn: '1 / -1', minHeight: '32px' },
  text: {
    // Grows with what is typed; where the browser cannot, it scrolls.
    fieldSizing: 'content',
    minHeight: '32px',
    maxHeight: '160px',
    paddingBlock: tokens.spacingVerticalSNudge,
  },
});
