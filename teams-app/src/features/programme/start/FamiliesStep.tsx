import { Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { familiesIn } from './familiesIn';
import { guidedStartTexts as texts } from './guidedStartTexts';
import type { StepProps } from './stepProps';
import { fieldIds } from './startSteps';

/** The job families, one a line. */
export function FamiliesStep({ draft, change }: StepProps) {
  const [typed, setTyped] = useState(draft.jobFamilies.map(({ name }) => name).join('\n'));
  return (
    <Field label={texts.families} hint={texts.familiesHint} required>
      <Textarea
        id={fieldIds.families}
        rows={6}
        resize="vertical"
        value={typed}
        onChange={(_, { value }) => {
          setTyped(value);
          change({ jobFamilies: familiesIn(value, draft.jobFamilies) });
        }}
      />
    </Field>
  );
}
