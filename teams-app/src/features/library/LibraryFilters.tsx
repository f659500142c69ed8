import { Button, Field, makeStyles, SearchBox, Select, tokens } from '@fluentui/react-components';
import {
  libraryItemKinds,
  libraryItemStatuses,
  type LibraryParameters,
} from '@last-mile/shared/library';
import type { Workflow } from '@last-mile/shared/workflows';
import { useSession } from '../../app/session';
import { libraryTexts as texts } from './libraryTexts';

type Filter = 'jobFamily' | 'task' | 'kind' | 'status';

export interface LibraryFiltersProps {
  filters: LibraryParameters;
  tasks: readonly Workflow[];
  onChange: (filters: LibraryParameters) => void;
}

/** Search as you type, and the four ways to narrow the list. */
export function LibraryFilters({ filters, tasks, onChange }: LibraryFiltersProps) {
  const styles = useStyles();
  const { programme, may } = useSession();
  const { jobFamily } = filters;
  const offered = tasks.filter((task) => jobFamily === undefined || task.jobFamily === jobFamily);
  const choose = (filter: Filter, value: string) => {
    onChange(withFilter(filters, filter, value));
  };
  const narrowed = Object.values(filters).some((value) => value !== '');
  return (
    <div role="search" className={styles.root}>
      <Field label={texts.search} className={styles.search}>
        <SearchBox
          value={filters.q ?? ''}
          placeholder={texts.searchHint}
          maxLength={200}
          onChange={(_, { value }) => {
            onChange({ ...filters, q: value });
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
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={texts.task}>
        <Select
          value={filters.task ?? ''}
          onChange={(_, { value }) => {
            choose('task', value);
          }}
        >
          <option value="">{texts.allTasks}</option>
          {offered.map(({ clientKey, task }) => (
            <option key={clientKey} value={clientKey}>
              {task}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={texts.kind}>
        <Select
          value={filters.kind ?? ''}
          onChange={(_, { value }) => {
            choose('kind', value);
          }}
        >
          <option value="">{texts.allKinds}</option>
          {libraryItemKinds.map((kind) => (
            <option key={kind} value={kind}>
              {texts.kinds[kind]}
            </option>
          ))}
        </Select>
      </Field>
      {may.champion && (
        <Field label={texts.status}>
          <Select
            value={filters.status ?? ''}
            onChange={(_, { value }) => {
              choose('status', value);
            }}
          >
            <option value="">{texts.allStatuses}</option>
            {libraryItemStatuses.map((status) => (
              <option key={status} value={status}>
                {texts.statuses[status]}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {narrowed && (
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

/** `filters` with one more; an empty value takes it away. Another job family has other tasks. */
function withFilter(filters: LibraryParameters, filter: Filter, value: string): LibraryParameters {
  const kept = Object.entries(filters).filter(
    ([name]) => name !== filter && !(filter === 'jobFamily' && name === 'task'),
  );
  return { ...Object.fromEntries(kept), ...(value === '' ? {} : { [filter]: value }) };
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
