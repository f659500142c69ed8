import { Combobox, Field, Option } from '@fluentui/react-components';
import type { ProgrammePerson } from '@last-mile/shared/programme';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../session';
import { useDebounced } from '../useDebounced';
import { peopleQuery } from './peopleQuery';
import { peopleTexts as texts } from './peopleTexts';

export interface PersonPickerProps {
  label: string;
  onPick: (person: ProgrammePerson | undefined) => void;
}

const fewestLetters = 2;

/** Finds a person of the programme by the beginning of their name. */
export function PersonPicker({ label, onPick }: PersonPickerProps) {
  const { api } = useSession();
  const [typed, setTyped] = useState('');
  const wanted = useDebounced(typed.trim(), 200);
  const asks = wanted.length >= fewestLetters;
  const found = useQuery({ ...peopleQuery(api, wanted), enabled: asks });
  const people = asks ? (found.data?.people ?? []) : [];
  return (
    <Field label={label} hint={texts.personHint}>
      <Combobox
        freeform
        autoComplete="off"
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          onPick(undefined);
        }}
        onOptionSelect={(_, { optionValue, optionText }) => {
          setTyped(optionText ?? '');
          onPick(people.find(({ userId }) => userId === optionValue));
        }}
      >
        {people.map(({ userId, name, jobTitle }) => (
          <Option key={userId} value={userId} text={name}>
            {jobTitle === null ? name : `${name}, ${jobTitle}`}
          </Option>
        ))}
        {asks && found.isSuccess && people.length === 0 && (
          <Option disabled value="" text={texts.noPerson}>
            {texts.noPerson}
          </Option>
        )}
      </Combobox>
    </Field>
  );
}
