import {
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  Select,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import type { Exercise } from '@last-mile/shared/practice';
import { multiLineLimit } from '@last-mile/shared/text';
import { useQuery } from '@tanstack/react-query';
import { card } from '../../../app/panel';
import { useSession } from '../../../app/session';
import { practiceQueries } from '../practiceQueries';
import { practiceTexts as texts } from '../practiceTexts';
import { withOffered, type SessionDraft } from './sessionDraft';

export interface ExerciseFieldsProps {
  draft: SessionDraft;
  /** Whether only half of an exercise is there and saving was tried. */
  isHalf: boolean;
  onChange: (part: Partial<SessionDraft>) => void;
}

/** What is done in the session: one that comes with Last Mile, changed as one likes, or one's own. */
export function ExerciseFields({ draft, isHalf, onChange }: ExerciseFieldsProps) {
  const styles = useStyles();
  const { api } = useSession();
  const offered = useQuery(practiceQueries.exercises(api)).data?.exercises ?? [];
  const items = useQuery(practiceQueries.items(api, draft.workflowKey)).data ?? [];
  const chosenElsewhere =
    draft.itemKey !== '' && !items.some((each) => each.clientKey === draft.itemKey);
  const text = (field: 'instruction' | 'input' | 'solution', label: string, hint: string) => (
    <Field label={label} hint={hint}>
      <Textarea
        resize="vertical"
        rows={field === 'input' ? 5 : 2}
        value={draft[field]}
        maxLength={multiLineLimit}
        onChange={(_, { value }) => {
          onChange({ [field]: value });
        }}
      />
    </Field>
  );
  return (
    <fieldset className={styles.root}>
      <legend className={styles.legend}>{texts.exercise}</legend>
      {offered.length > 0 && (
        <Field label={texts.startFrom} hint={texts.startFromHint} className={styles.choice}>
          <Select
            value=""
            onChange={(_, { value }) => {
              const chosen = offered.find(({ id }) => id === value);
              if (chosen) onChange(withOffered(draft, chosen));
            }}
          >
            <option value="">{texts.chooseExercise}</option>
            {offered.map(({ id, audience, title }) => (
              // What comes with Last Mile is written in English.
              <option key={id} value={id} lang="en">
                {texts.offered(audience, title)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field label={texts.kind}>
        <RadioGroup
          value={draft.kind}
          onChange={(_, { value }) => {
            onChange({ kind: value as Exercise['kind'] });
          }}
        >
          <Radio value="try" label={texts.kinds.try} />
          <Radio value="judge" label={texts.kinds.judge} />
        </RadioGroup>
      </Field>
      {text('instruction', texts.instruction, '')}
      {text('input', texts.input, texts.inputHint)}
      <Field label={texts.item} className={styles.choice}>
        <Select
          value={draft.itemKey}
          onChange={(_, { value }) => {
            onChange({ itemKey: value });
          }}
        >
          <option value="">{texts.noItem}</option>
          {chosenElsewhere && <option value={draft.itemKey}>{texts.itemChosen}</option>}
          {items.map(({ clientKey, content }) => (
            <option key={clientKey} value={clientKey}>
              {content.title}
            </option>
          ))}
        </Select>
      </Field>
      {text('solution', texts.solution, texts.solutionHint)}
      {isHalf && <Text role="alert">{texts.mend.exercise}</Text>}
    </fieldset>
  );
}

const useStyles = makeStyles({
  root: { ...card, margin: 0, minWidth: 0 },
  // No wider than the page, however long an item's title is.
  choice: { gridTemplateColumns: 'minmax(0, 1fr)' },
  legend: {
    paddingInline: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightSemibold,
  },
});
