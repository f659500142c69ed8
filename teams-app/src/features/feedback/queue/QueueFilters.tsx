import { Button, makeStyles, SearchBox, Select, tokens } from '@fluentui/react-components';
import { flagReasons } from '@last-mile/shared/feedback';
import { useEffect, useRef, useState } from 'react';
import { useDebounced } from '../../../app/useDebounced';
import { feedbackTexts } from '../feedbackTexts';
import type { QueueSearch } from './queuePlace';
import { queueTexts as texts } from './queueTexts';

export interface QueueFiltersProps {
  search: QueueSearch;
  /** Gets what becomes of the search as the address has it by then: a quick second change keeps the first. */
  onChange: (change: (search: QueueSearch) => QueueSearch) => void;
}

type Filter = 'reason' | 'about' | 'sort';

/** Whether words or filters narrow the view. */
export const isNarrowed = ({ reason, about, q = '' }: QueueSearch) =>
  reason !== undefined || about !== undefined || q !== '';

/** Words, reason and subject to narrow the queue by, and its order. */
export function QueueFilters({ search, onChange }: QueueFiltersProps) {
  const styles = useStyles();
  const words = useAddressedWords(search.q ?? '', (q) => {
    onChange((now) => ({ ...now, q }));
  });

  const choice = <Name extends Filter>(
    name: Name,
    label: string,
    options: readonly (readonly [value: NonNullable<QueueSearch[Name]> | '', text: string])[],
  ) => (
    <Select
      aria-label={label}
      className={styles.choice}
      value={search[name] ?? ''}
      onChange={(_, { value }) => {
        onChange((now) => {
          // The address may not say yet what was typed a moment ago.
          const current = { ...now, q: words.typed };
          const others = Object.fromEntries(
            Object.entries(current).filter(([key]) => key !== name),
          );
          return value === '' ? others : { ...others, [name]: value };
        });
      }}
    >
      {options.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </Select>
  );

  return (
    <div role="search" className={styles.root}>
      <SearchBox
        aria-label={texts.search}
        className={styles.search}
        value={words.typed}
        placeholder={texts.searchHint}
        maxLength={200}
        onChange={(_, { value }) => {
          words.type(value);
        }}
      />
      {choice('reason', texts.reason, [
        ['', texts.anyReason],
        ...flagReasons.map((reason) => [reason, feedbackTexts.reasons[reason]] as const),
        ['suggestion', texts.suggestions],
      ])}
      {choice('about', texts.subject, [
        ['', texts.anySubject],
        ['libraryItem', feedbackTexts.subjects.libraryItem],
        ['aiOutput', feedbackTexts.subjects.aiOutput],
        ['tool', feedbackTexts.subjects.tool],
        ['workflow', feedbackTexts.subjects.workflow],
      ])}
      {choice('sort', texts.sort, [
        ['', texts.sorts.urgency],
        ['newest', texts.sorts.newest],
        ['voices', texts.sorts.voices],
      ])}
      {isNarrowed(search) && (
        <Button
          appearance="subtle"
          onClick={() => {
            words.type('');
            onChange(({ view, sort }) => ({ ...(view && { view }), ...(sort && { sort }) }));
          }}
        >
          {texts.clear}
        </Button>
      )}
    </div>
  );
}

const typingMs = 150;

/** What is typed, said in the address once the typing pauses; where a link says other words, those count. */
function useAddressedWords(addressed: string, onStill: (words: string) => void) {
  const [typed, setTyped] = useState(addressed);
  const still = useDebounced(typed, typingMs);
  const said = useRef(addressed);
  const tell = useRef(onStill);
  useEffect(() => {
    tell.current = onStill;
  });
  useEffect(() => {
    if (addressed !== said.current) {
      said.current = addressed;
      setTyped(addressed);
    } else if (still !== addressed) {
      said.current = still;
      tell.current(still);
    }
  }, [addressed, still]);
  return { typed, type: setTyped };
}

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  search: {
    flexGrow: 1,
    flexBasis: '240px',
    maxWidth: '360px',
    '@media (max-width: 640px)': { maxWidth: 'none' },
  },
  choice: { '@media (max-width: 640px)': { flexGrow: 1 } },
});
