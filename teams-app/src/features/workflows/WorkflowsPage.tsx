import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { fewestTasks, mostTasks, taskCountAdvice } from '@last-mile/shared/workflows';
import { EmptyState, LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../app/Loaded';
import { useSession } from '../../app/session';
import { SubPage } from '../../app/SubPage';
import { AddTask } from './AddTask';
import { TaskCard } from './TaskCard';
import { TasksToTime } from './timing/TasksToTime';
import { workflowsQueries } from './workflowsQueries';
import { workflowsTexts as texts } from './workflowsTexts';

/** Which tasks have we mapped, what do they cost us, and what does a map still lack? */
export function WorkflowsPage() {
  const styles = useStyles();
  const { api, may } = useSession();
  const query = useQuery(workflowsQueries.maps(api));
  return (
    <SubPage title={texts.title} subtitle={texts.subtitle} wide gap="L">
      <Loaded query={query} loading={<LoadingRows label={texts.loading} rows={5} />}>
        {({ maps }) => (
          <>
            <TasksToTime maps={maps} />
            {may.champion && maps.length > 0 && <CountAdvice tasks={maps.length} />}
            {maps.length === 0 ? (
              <EmptyState title={texts.emptyTitle}>{texts.empty}</EmptyState>
            ) : (
              <ul className={styles.tasks} aria-label={texts.title}>
                {maps.map((map) => (
                  <TaskCard key={map.clientKey} map={map} />
                ))}
              </ul>
            )}
          </>
        )}
      </Loaded>
      {may.champion && <AddTask />}
    </SubPage>
  );
}

/** Says a word where there are fewer tasks, or more, than are advised. */
function CountAdvice({ tasks }: { tasks: number }) {
  const advice = taskCountAdvice(tasks);
  if (advice === 'advised') return null;
  return (
    <MessageBar intent={advice === 'many' ? 'warning' : 'info'} layout="multiline">
      <MessageBarBody>
        {advice === 'many' ? texts.many(mostTasks) : texts.few(fewestTasks, mostTasks)}
      </MessageBarBody>
    </MessageBar>
  );
}

const useStyles = makeStyles({
  tasks: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 400px), 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});
