import { Combobox, Field, Link, Option } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { useDebounced } from '../../../app/useDebounced';
import { feedbackQueries } from '../feedbackQueries';
import { mended, type DraftFieldsProps } from './fields';
import { triageTexts as texts } from './triageTexts';

const typingMs = 150;

/** Which item of the library? Known from what was flagged, or found by words of its title. */
export function ItemField({ item, draft, onChange, mend }: DraftFieldsProps) {
  const { api } = useSession();
  const [typed, setTyped] = useState<string>();
  const words = useDebounced(typed ?? '', typingMs);
  const found = useQuery({
    ...feedbackQueries.libraryItems(api, words),
    enabled: typed !== undefined,
  });
  const chosen = useQuery({
    ...feedbackQueries.libraryItem(api, draft.itemKey),
    enabled: draft.itemKey !== '',
  });
  const title = chosen.data?.content.title ?? '';
  const items = found.data ?? [];
  if (item.about.type === 'libraryItem' && draft.itemKey === item.about.itemKey) {
    return (
      <Link href={toHref({ page: 'libraryItem', clientKey: draft.itemKey })}>
        {title === '' ? texts.waitsForItem : title}
      </Link>
    );
  }
  return (
    <Field
      label={texts.item}
      hint={title === '' ? texts.itemHint : texts.itemChosen(title)}
      required
      {...mended(mend, 'itemKey', texts.mend.itemKey)}
    >
      <Combobox
        freeform
        value={typed ?? title}
        selectedOptions={[draft.itemKey]}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
        onOptionSelect={(_, { optionValue }) => {
          if (optionValue === undefined || optionValue === '') return;
          onChange({ itemKey: optionValue, version: null });
          setTyped(undefined);
        }}
      >
        {items.length === 0 && (
          <Option value="" text="" disabled>
            {typed === undefined ? texts.itemHint : texts.itemNone}
          </Option>
        )}
        {items.map(({ clientKey, content }) => (
          <Option key={clientKey} value={clientKey} text={content.title}>
            {content.title}
          </Option>
        ))}
      </Combobox>
    </Field>
  );
}
