import { Combobox, Field, Option } from '@fluentui/react-components';
import type { ApiClient } from '@last-mile/shared/client';
import { failureInWords } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDebounced } from '../../../app/useDebounced';
import { directoryTexts as texts } from './directoryTexts';
import { startQueries, type Found } from './startQueries';

export interface DirectoryFieldProps {
  api: ApiClient;
  of: 'people' | 'groups';
  id?: string;
  label: string;
  hint: string;
  required?: boolean;
  /** What is chosen is called so; empty where nothing is. */
  chosen: string;
  /** Null where the name was taken out. */
  onPick: (found: Found | null) => void;
}

const fewestLetters = 2;

/** Finds somebody, or a group, of the organisation by how the words of a name begin. */
export function DirectoryField(props: DirectoryFieldProps) {
  const { api, of, id, label, hint, required = false, chosen, onPick } = props;
  /** Null while what is chosen stands there. */
  const [typed, setTyped] = useState<string | null>(null);
  const wanted = useDebounced((typed ?? '').trim(), 200);
  const asks = typed !== null && wanted.length >= fewestLetters;
  const found = useQuery({ ...startQueries.directory(api, of, wanted), enabled: asks });
  const options = asks ? (found.data ?? []) : [];
  return (
    <Field
      label={label}
      hint={hint}
      required={required}
      {...(asks && found.isError
        ? { validationState: 'warning', validationMessage: failureInWords(found.error) }
        : {})}
    >
      <Combobox
        {...(id !== undefined && { id })}
        freeform
        // There is nothing to open before something is typed.
        expandIcon={null}
        autoComplete="off"
        value={typed ?? chosen}
        selectedOptions={[]}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
        }}
        onBlur={() => {
          if (typed?.trim() === '') onPick(null);
          setTyped(null);
        }}
        onOptionSelect={(_, { optionValue }) => {
          const picked = options.find((each) => each.id === optionValue);
          if (picked === undefined) return;
          setTyped(null);
          onPick(picked);
        }}
      >
        {options.map(({ id: key, name, more }) => (
          <Option key={key} value={key} text={name}>
            {more === null ? name : `${name}, ${more}`}
          </Option>
        ))}
        {asks && found.isSuccess && options.length === 0 && (
          <Option disabled value="" text={texts.nobody[of]}>
            {texts.nobody[of]}
          </Option>
        )}
      </Combobox>
    </Field>
  );
}
