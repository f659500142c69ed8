import { Text } from '@fluentui/react-components';
import { Panel } from '../panel/Panel';
import type { Shown } from '../panel/shown';
import { retentionReport } from './retentionReport';
import { retentionTexts as texts } from './retentionTexts';
import { RetentionTriangle } from './RetentionTriangle';

/** Answers "Do those who started stay, and do later starters stay better?" */
export function RetentionPanel({ shown }: { shown: Shown }) {
  const report = retentionReport(shown);
  return (
    <Panel name="retention" title={texts.title} definition={texts.definition} shown={shown}>
      <Text>{report.summary}</Text>
      {report.rows.length > 0 && <RetentionTriangle report={report} />}
    </Panel>
  );
}
