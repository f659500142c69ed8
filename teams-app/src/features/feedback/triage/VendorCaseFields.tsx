import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { mended, type DraftFieldsProps } from './fields';
import { triageTexts as texts } from './triageTexts';
import { WordsField } from './WordsField';

/** The vendor's number of the case, and when it was sent. */
export function VendorCaseFields({ draft, onChange, mend }: DraftFieldsProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <WordsField
        {...{ draft, onChange, mend }}
        field="reference"
        label={texts.reference}
        required
        oneLine
      />
      <Field label={texts.sentOn} required {...mended(mend, 'sentOn', texts.mend.day)}>
        <Input
          type="date"
          value={draft.sentOn}
          onChange={(_, { value }) => {
            onChange({ sentOn: value });
          }}
        />
      </Field>
    </div>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(200px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
});
