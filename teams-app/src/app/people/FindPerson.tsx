import { Combobox, Field, Option } from '@fluentui/react-components';
import type { PeopleResponse, ProgrammePerson } from '@last-mile/shared/programme';
import { useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { useState } from 'react';
import { useDebounced } from '../useDebounced';
import { peopleTexts as texts } from './peopleTexts';

export interface FindPersonProps {
  label: string;
  /** Said where nobody's name begins so. */
  nobody: string;
  find: (typed: string) => UseQueryOptions<PeopleResponse, Error, PeopleResponse, string[]>;
  onPick: (person: ProgrammePerson | undefined) => void;
}

const fewestLetters = 2;

/** Finds a person by the beginning of their name. */
export function FindPerson({ label, nobody, find, onPick }: FindPersonProps) {
  const [typed, setTyped] = useState('');
  const wanted = useDebounced(typed.trim(), 200);
  const asks = wanted.length >= fewestLetters;
  const found = useQuery({ ...find(wanted), enabled: asks });
  const people = asks ? (found.data?.people ?? []) : [];
  return (
    <Field label={label} hint={texts.personHint}>
      <Combobox
        freeform
        autoComplete="off"
        expandIcon={null}
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
          <Option disabled value="" text={nobody}>
            {nobody}
          </Option>
        )}
      </Combobox>
    </Field>
  );
}
