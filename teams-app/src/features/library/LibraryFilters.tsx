import { Button, makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import {
  libraryItemKinds,
  libraryItemStatuses,
  type LibraryFacet,
  type LibraryResponse,
} from '@last-mile/shared/library';
import type { Workflow } from '@last-mile/shared/workflows';
import { useSession } from '../../app/session';
import { FacetFilter } from './FacetFilter';
import { chosenOf, isNarrowed, withChosen, type LibrarySearch } from './librarySearch';
import { libraryTexts as texts } from './libraryTexts';

export interface LibraryFiltersProps {
  search: LibrarySearch;
  /** How many items each value would give; undefined until that is known. */
  counts: LibraryResponse['facets'] | undefined;
  tasks: readonly Workflow[];
  onChange: (search: LibrarySearch) => void;
}

/** A value of a facet, and what people call it. */
type Named = readonly [value: string, name: string];

/** Search as you type, and the ways to narrow the list, each with what it would give. */
export function LibraryFilters({ search, counts, tasks, onChange }: LibraryFiltersProps) {
  const styles = useStyles();
  const { programme, may, formats } = useSession();
  const families = chosenOf(search, 'jobFamily');
  const offered = tasks.filter(
    ({ jobFamily }) => families.length === 0 || families.includes(jobFamily),
  );
  /** Values that items have; one that all of them share is no choice. */
  const found = (facet: LibraryFacet) => {
    const values = (counts?.[facet] ?? []).map(({ value }) => value);
    return values.length > 1 || search[facet] !== undefined ? values : [];
  };

  const filter = (facet: LibraryFacet, label: string, named: readonly Named[]) => {
    const counted = new Map(counts?.[facet].map(({ value, count }) => [value, count]));
    return (
      <FacetFilter
        label={label}
        values={named.map(([value, name]) => ({
          value,
          name,
          count: counted.get(value) ?? (counted.size === 0 ? undefined : 0),
        }))}
        chosen={chosenOf(search, facet)}
        onChange={(values) => {
          onChange(withChosen(search, facet, values));
        }}
      />
    );
  };

  return (
    <div role="search" className={styles.root}>
      <SearchBox
        aria-label={texts.search}
        className={styles.search}
        value={search.q ?? ''}
        placeholder={texts.searchHint}
        maxLength={200}
        onChange={(_, { value }) => {
          onChange({ ...search, q: value });
        }}
      />
      {filter(
        'jobFamily',
        texts.jobFamily,
        programme.jobFamilies.map(({ id, name }) => [id, name]),
      )}
      {filter(
        'task',
        texts.task,
        offered.map(({ clientKey, task }) => [clientKey, task]),
      )}
      {filter(
        'kind',
        texts.kind,
        libraryItemKinds.map((kind) => [kind, texts.kinds[kind]]),
      )}
      {may.champion &&
        filter(
          'status',
          texts.status,
          libraryItemStatuses.map((status) => [status, texts.statuses[status]]),
        )}
      {/* What comes and goes with what is found stands last: nothing moves away from under a pointer. */}
      {filter(
        'language',
        texts.language,
        found('language').map((language) => [language, formats.language(language)]),
      )}
      {filter(
        'tag',
        texts.tags,
        found('tag').map((tag) => [tag, tag]),
      )}
      {isNarrowed(search) && (
        <Button
          appearance="subtle"
          onClick={() => {
            onChange({});
          }}
        >
          {texts.clearFilters}
        </Button>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  search: {
    flexGrow: 1,
    flexBasis: '280px',
    maxWidth: '420px',
    '@media (max-width: 640px)': { maxWidth: 'none' },
  },
});
