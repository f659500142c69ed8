import { Field, Select } from '@fluentui/react-components';
import type { LibraryItem } from '@last-mile/shared/library';
import { EmptyState, LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Loaded } from '../../../app/Loaded';
import { useSession } from '../../../app/session';
import { libraryQueries } from '../libraryQueries';
import { libraryTexts } from '../libraryTexts';
import { ItemEditor } from '../writing/ItemEditor';
import { languagesLeft } from './translationLanguages';
import { variantTexts as texts } from './variantTexts';

export interface NewVariantProps {
  /** Key of the original. */
  clientKey: string;
  as: 'translation' | 'ownVariant';
}

/** Begins with the original's approved text: in a language chosen first, or as one's own. */
export function NewVariant({ clientKey, as }: NewVariantProps) {
  const { api } = useSession();
  // What is loaded while somebody types takes nothing away: their own text begins once.
  const query = useQuery({ ...libraryQueries.item(api, clientKey), staleTime: Infinity });
  return (
    <Loaded query={query} loading={<LoadingRows label={libraryTexts.loadingItem} rows={8} />}>
      {(original) => {
        const from = original.translationOf !== null && as === 'translation';
        if (original.status !== 'published' || original.basedOn !== null || from) {
          return <EmptyState title={texts.notPublished}>{original.content.title}</EmptyState>;
        }
        return as === 'translation' ? (
          <Translation original={original} />
        ) : (
          <Writing original={original} as={as} language={original.content.language} />
        );
      }}
    </Loaded>
  );
}

function Translation({ original }: { original: LibraryItem }) {
  const { api, formats } = useSession();
  const [language, setLanguage] = useState('');
  const there = useQuery(libraryQueries.translations(api, original.clientKey)).data?.items ?? [];
  const taken = [original, ...there].map(({ content }) => content.language);
  const offered = languagesLeft(taken, formats.language);
  return (
    <>
      <Field label={texts.language} required>
        <Select
          value={language}
          onChange={(_, { value }) => {
            setLanguage(value);
          }}
        >
          <option value="">{texts.chooseLanguage}</option>
          {offered.map(({ tag, name }) => (
            <option key={tag} value={tag}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {language !== '' && (
        <Writing key={language} original={original} as="translation" language={language} />
      )}
    </>
  );
}

interface WritingProps {
  original: LibraryItem;
  as: NewVariantProps['as'];
  language: string;
}

function Writing({ original, as, language }: WritingProps) {
  const { user } = useSession();
  const { clientKey, version, content } = original;
  const [initial] = useState(() => ({
    clientKey: crypto.randomUUID(),
    eTag: null,
    content: { ...content, language },
    original: { as, clientKey, version },
  }));
  return (
    <ItemEditor draftKey={`${user.userId} ${as} ${clientKey} ${language}`} initial={initial} />
  );
}
