import { makeStyles, Select, tokens } from '@fluentui/react-components';
import type { JobFamily } from '@last-mile/shared/programme';
import type { Workflow } from '@last-mile/shared/workflows';
import { libraryTexts as texts } from './libraryTexts';

export interface LibraryFiltersProps {
  families: readonly JobFamily[];
  /** Id of the reader's job family, '' for all alike. */
  family: string;
  onChooseFamily: (family: string) => void;
  tasks: readonly Workflow[];
  taskKey: string | null;
  onChooseTask: (taskKey: string | null) => void;
}

/** Whose work comes first, and for which task. */
export function LibraryFilters(props: LibraryFiltersProps) {
  const { families, family, onChooseFamily, tasks, taskKey, onChooseTask } = props;
  const styles = useStyles();
  return (
    <div className={styles.root}>
      {families.length > 0 && (
        <Select
          size="small"
          select={{ className: styles.choice }}
          aria-label={texts.workFilter}
          value={family}
          onChange={(_, { value }) => {
            onChooseFamily(value);
          }}
        >
          <option value="">{texts.allWork}</option>
          {families.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      {tasks.length > 0 && (
        <Select
          size="small"
          select={{ className: styles.choice }}
          aria-label={texts.taskFilter}
          value={taskKey ?? ''}
          onChange={(_, { value }) => {
            onChooseTask(value === '' ? null : value);
          }}
        >
          <option value="">{texts.allTasks}</option>
          {tasks.map(({ clientKey, task }) => (
            <option key={clientKey} value={clientKey}>
              {task}
            </option>
          ))}
        </Select>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(0, 1fr))',
    gridAutoFlow: 'column',
    gap: tokens.spacingHorizontalS,
  },
  choice: { textOverflow: 'ellipsis' },
});
