import { Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import { DataTable } from '../../../app/DataTable';
import { Panel } from '../panel/Panel';
import type { Shown } from '../panel/shown';
import { taskInWords } from './taskInWords';
import { tasksReport } from './tasksReport';
import { tasksTexts as texts } from './tasksTexts';

/** Answers, for each mapped task: is there something published, is it used, does it save time, is it trusted? */
export function TasksPanel({ shown }: { shown: Shown }) {
  const styles = useStyles();
  const { tasks } = shown.range;
  return (
    <Panel name="tasks" title={texts.title} definition={texts.definition} shown={shown}>
      <Text>{tasksReport(shown).summary}</Text>
      {tasks.length > 0 && (
        <DataTable
          caption={texts.caption}
          captionHidden
          columns={[
            { key: 'task', title: texts.columnTask },
            { key: 'published', title: texts.askPublished },
            { key: 'used', title: texts.askUsed },
            { key: 'time', title: texts.askTime },
            { key: 'trusted', title: texts.askTrusted },
          ]}
          rows={tasks.map((task) => ({
            key: task.workflowKey,
            cells: [
              <div key="task" className={styles.task}>
                {task.task}{' '}
                <Caption1 block className={styles.behind}>
                  {task.jobFamily}
                </Caption1>
              </div>,
              ...taskInWords(task, shown.formats).map(({ says, behind, attention }, index) => (
                <div key={index} className={styles.answer}>
                  <span className={attention === true ? styles.attention : undefined}>{says}</span>{' '}
                  <Caption1 block className={styles.behind}>
                    {behind}
                  </Caption1>
                </div>
              )),
            ],
          }))}
        />
      )}
    </Panel>
  );
}

const useStyles = makeStyles({
  task: { minWidth: '160px' },
  answer: { minWidth: '104px', fontVariantNumeric: 'tabular-nums' },
  behind: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  attention: { color: tokens.colorStatusDangerForeground3 },
});
