import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  Subtitle2,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { frictionKinds, sourceKinds, type MappedStep } from '@last-mile/shared/workflows';
import { useEffect, useId, useRef } from 'react';
import { card } from '../../../app/panel';
import { workflowsTexts as texts } from '../workflowsTexts';

export interface StepFormProps {
  step: MappedStep;
  heading: string;
  onChange: (part: Partial<MappedStep>) => void;
  onClose: () => void;
}

/** What is done in this step, by whom, how long, and what makes it hard? */
export function StepForm({ step, heading, onChange, onClose }: StepFormProps) {
  const styles = useStyles();
  const first = useRef<HTMLInputElement>(null);
  const title = useId();
  // Whoever opens a step goes on in it.
  useEffect(() => {
    first.current?.focus();
  }, []);
  const frictions = new Set(step.frictions.map(({ kind }) => kind));
  return (
    <div className={styles.root} role="group" aria-labelledby={title}>
      <Subtitle2 as="h3" id={title}>
        {heading}
      </Subtitle2>
      <Field label={texts.name} required>
        <Input
          input={{ ref: first }}
          maxLength={255}
          value={step.name}
          onChange={(_, { value }) => {
            onChange({ name: value });
          }}
        />
      </Field>
      <div className={styles.beside}>
        <Field label={texts.actor}>
          <Input
            maxLength={255}
            value={step.actor ?? ''}
            onChange={(_, { value }) => {
              onChange({ actor: wordsOrNull(value) });
            }}
          />
        </Field>
        <Field label={texts.toolUsed}>
          <Input
            maxLength={255}
            value={step.tool ?? ''}
            onChange={(_, { value }) => {
              onChange({ tool: wordsOrNull(value) });
            }}
          />
        </Field>
        <Minutes
          label={texts.minutes}
          most={2_400}
          value={step.minutes}
          onChange={(minutes) => {
            onChange({ minutes });
          }}
        />
        <Minutes
          label={texts.waitMinutes}
          most={131_040}
          value={step.waitMinutes}
          onChange={(waitMinutes) => {
            onChange({ waitMinutes });
          }}
        />
      </div>
      <Choices
        label={texts.friction}
        choices={frictionKinds.map((kind) => ({ key: kind, name: texts.frictionKinds[kind] }))}
        isChosen={(kind) => frictions.has(kind)}
        onChange={(kind, chosen) => {
          const others = step.frictions.filter((friction) => friction.kind !== kind);
          onChange({ frictions: chosen ? [...others, { kind, note: '' }] : others });
        }}
      />
      <Field label={texts.aiHelps} hint={texts.aiHelpsHint}>
        <Textarea
          maxLength={2_000}
          resize="vertical"
          value={step.aiHelps}
          onChange={(_, { value }) => {
            onChange({ aiHelps: value });
          }}
        />
      </Field>
      <Choices
        label={texts.reads}
        choices={sourceKinds.map((kind) => ({ key: kind, name: texts.sourceKinds[kind] }))}
        isChosen={(kind) => step.sources.includes(kind)}
        onChange={(kind, chosen) => {
          const others = step.sources.filter((each) => each !== kind);
          onChange({ sources: chosen ? [...others, kind] : others });
        }}
      />
      <Checkbox
        label={texts.branches}
        checked={step.branches}
        onChange={(_, { checked }) => {
          onChange({ branches: checked === true });
        }}
      />
      <div>
        <Button onClick={onClose}>{texts.done}</Button>
      </div>
    </div>
  );
}

interface MinutesProps {
  label: string;
  most: number;
  value: number | null;
  onChange: (minutes: number | null) => void;
}

/** A number of minutes; empty while nobody knows. */
function Minutes({ label, most, value, onChange }: MinutesProps) {
  return (
    <Field label={label}>
      <Input
        type="number"
        min={0}
        max={most}
        value={value === null ? '' : String(value)}
        onChange={(_, { value: typed }) => {
          const minutes = typed.trim() === '' ? Number.NaN : Number(typed);
          onChange(minutes >= 0 ? Math.min(minutes, most) : null);
        }}
      />
    </Field>
  );
}

interface ChoicesProps<Key extends string> {
  label: string;
  choices: readonly { key: Key; name: string }[];
  isChosen: (key: Key) => boolean;
  onChange: (key: Key, chosen: boolean) => void;
}

function Choices<Key extends string>({ label, choices, isChosen, onChange }: ChoicesProps<Key>) {
  const styles = useStyles();
  const id = useId();
  return (
    <div role="group" aria-labelledby={id}>
      <span id={id}>{label}</span>
      <div className={styles.choices}>
        {choices.map(({ key, name }) => (
          <Checkbox
            key={key}
            label={name}
            checked={isChosen(key)}
            onChange={(_, { checked }) => {
              onChange(key, checked === true);
            }}
          />
        ))}
      </div>
    </div>
  );
}

const wordsOrNull = (words: string) => (words.trim() === '' ? null : words);

const useStyles = makeStyles({
  root: {
    ...card,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  beside: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 180px), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  choices: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
});
