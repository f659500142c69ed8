import { Button, Field, makeStyles, SearchBox, Select, tokens } from '@fluentui/react-components';
import {
  libraryItemKinds,
  libraryItemStatuses,
  type LibraryFacet,
  type LibraryResponse,
} from '@last-mile/shared/library';
import type { Workflow } from '@last-mile/shared/workflows';
import { useSession } from '../../app/session';
import { FacetChips } from './FacetChips';
import { chosenOf, isNarrowed, withChosen, type LibrarySearch } from './librarySearch';
import { libraryTexts as texts } from './libraryTexts';

export interface LibraryFiltersProps {
  search: LibrarySearch;
  /** How many items each value would give; undefined until that is known. */
  counts: LibraryResponse['facets'] | undefined;
  tasks: readonly Workflow[];
  onChange: (search: LibrarySearch) => void;
}

/** Search as you type, and the ways to narrow the list, each with what it would give. */
export function LibraryFilters({ search, counts, tasks, onChange }: LibraryFiltersProps) {
  const styles = useStyles();
  const { programme, may, formats } = useSession();
  const { jobFamily } = search;
  const offered = tasks.filter((task) => jobFamily === undefined || task.jobFamily === jobFamily);
  const choose = (facet: LibraryFacet, value: string) => {
    onChange(withChosen(search, facet, value === '' ? [] : [value]));
  };
  /** A value's name and how many items it would give, once that is known. */
  const counted = (facet: LibraryFacet, value: string, name: string) => {
    const all = counts?.[facet] ?? [];
    const found = all.find((one) => one.value === value);
    return all.length === 0 ? name : texts.counted(name, found?.count ?? 0);
  };
  return (
    <div role="search" className={styles.root}>
      <Field label={texts.search} className={styles.search}>
        <SearchBox
          value={search.q ?? ''}
          placeholder={texts.searchHint}
          maxLength={200}
          onChange={(_, { value }) => {
            onChange({ ...search, q: value });
          }}
        />
      </Field>
      <Field label={texts.jobFamily}>
        <Select
          value={jobFamily ?? ''}
          onChange={(_, { value }) => {
            choose('jobFamily', value);
          }}
        >
          <option value="">{texts.allJobFamilies}</option>
          {programme.jobFamilies.map(({ id, name }) => (
            <option key={id} value={id}>
              {counted('jobFamily', id, name)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={texts.task}>
        <Select
          value={search.task ?? ''}
          onChange={(_, { value }) => {
            choose('task', value);
          }}
        >
          <option value="">{texts.allTasks}</option>
          {offered.map(({ clientKey, task }) => (
            <option key={clientKey} value={clientKey}>
              {counted('task', clientKey, task)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={texts.kind}>
        <Select
          value={search.kind ?? ''}
          onChange={(_, { value }) => {
            choose('kind', value);
          }}
        >
          <option value="">{texts.allKinds}</option>
          {libraryItemKinds.map((kind) => (
            <option key={kind} value={kind}>
              {counted('kind', kind, texts.kinds[kind])}
            </option>
          ))}
        </Select>
      </Field>
      {may.champion && (
        <Field label={texts.status}>
          <Select
            value={search.status ?? ''}
            onChange={(_, { value }) => {
              choose('status', value);
            }}
          >
            <option value="">{texts.allStatuses}</option>
            {libraryItemStatuses.map((status) => (
              <option key={status} value={status}>
                {counted('status', status, texts.statuses[status])}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <FacetChips
        label={texts.language}
        values={(counts?.language ?? []).map((one) => ({
          ...one,
          name: formats.language(one.value),
        }))}
        chosen={chosenOf(search, 'language')}
        onChange={(values) => {
          onChange(withChosen(search, 'language', values));
        }}
      />
      <FacetChips
        label={texts.tags}
        values={(counts?.tag ?? []).map((one) => ({ ...one, name: one.value }))}
        chosen={chosenOf(search, 'tag')}
        onChange={(values) => {
          onChange(withChosen(search, 'tag', values));
        }}
      />
      {isNarrowed(search) && (
        <Button
          appearance="subtle"
          className={styles.clear}
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
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(132px, 1fr))',
    alignItems: 'end',
    gap: tokens.spacingHorizontalM,
    '& > .fui-Field': { gridTemplateColumns: 'minmax(0, 1fr)', minWidth: 0 },
  },
  search: {
    gridColumn: 'span 2',
    '& > .fui-SearchBox': { maxWidth: 'none' },
  },
  clear: { justifySelf: 'start' },
});
