import { Text } from '@fluentui/react-components';
import { Panel } from '../panel/Panel';
import { ReportTable } from '../panel/ReportTable';
import type { Shown } from '../panel/shown';
import { tasksReport } from './tasksReport';
import { tasksTexts as texts } from './tasksTexts';

/** Answers, for each mapped task: is there something published, is it used, does it save time, is it trusted? */
export function TasksPanel({ shown }: { shown: Shown }) {
  const report = tasksReport(shown);
  return (
    <Panel name="tasks" title={texts.title} definition={texts.definition} shown={shown}>
      <Text>{report.summary}</Text>
      {report.rows.length > 0 && <ReportTable report={report} captionHidden />}
    </Panel>
  );
}
