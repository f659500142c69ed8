import { Button } from '@fluentui/react-components';
import { DeputiesField } from './DeputiesField';
import { DirectoryField } from './DirectoryField';
import { guidedStartTexts as texts } from './guidedStartTexts';
import type { StepProps } from './stepProps';
import { fieldIds } from './startSteps';

/** The one owner, who may act for them, and whom they answer to. */
export function OwnerStep({ api, userId, draft, change, learn, nameOf }: StepProps) {
  const { ownerId, sponsorId, deputyIds } = draft;
  return (
    <>
      <div>
        <DirectoryField
          api={api}
          of="people"
          id={fieldIds.owner}
          label={texts.owner}
          hint={texts.ownerHint}
          required
          chosen={ownerId === null ? '' : nameOf(ownerId)}
          onPick={(person) => {
            if (person !== null) learn(person);
            change({ ownerId: person?.id ?? null });
          }}
        />
        {ownerId !== userId && (
          <Button
            appearance="subtle"
            onClick={() => {
              change({ ownerId: userId });
              document.getElementById(fieldIds.owner)?.focus();
            }}
          >
            {texts.myself}
          </Button>
        )}
      </div>
      <DeputiesField
        {...{ api, deputyIds, nameOf }}
        id={fieldIds.deputies}
        label={texts.deputies}
        hint={texts.deputiesHint}
        onAdd={(person) => {
          learn(person);
          if (!deputyIds.includes(person.id)) change({ deputyIds: [...deputyIds, person.id] });
        }}
        onRemove={(id) => {
          change({ deputyIds: deputyIds.filter((each) => each !== id) });
          document.getElementById(fieldIds.deputies)?.focus();
        }}
      />
      <DirectoryField
        api={api}
        of="people"
        id={fieldIds.sponsor}
        label={texts.sponsor}
        hint={texts.sponsorHint}
        required
        chosen={sponsorId === null ? '' : nameOf(sponsorId)}
        onPick={(person) => {
          if (person !== null) learn(person);
          change({ sponsorId: person?.id ?? null });
        }}
      />
    </>
  );
}
