import { Field, Input } from '@fluentui/react-components';
import { DirectoryField } from './DirectoryField';
import { guidedStartTexts as texts } from './guidedStartTexts';
import type { StepProps } from './stepProps';
import { fieldIds } from './startSteps';

/** What it is called, and for whom it is. */
export function PeopleStep({ api, draft, change, learn, groupNameOf }: StepProps) {
  return (
    <>
      <Field label={texts.name} hint={texts.nameHint} required>
        <Input
          id={fieldIds.name}
          value={draft.name ?? ''}
          maxLength={255}
          onChange={(_, { value }) => {
            change({ name: value.trim() === '' ? null : value });
          }}
        />
      </Field>
      <DirectoryField
        api={api}
        of="groups"
        id={fieldIds.group}
        label={texts.group}
        hint={texts.groupHint}
        required
        chosen={draft.groupId === null ? '' : groupNameOf(draft.groupId)}
        onPick={(group) => {
          if (group !== null) learn(group);
          change({ groupId: group?.id ?? null });
        }}
      />
    </>
  );
}
