import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  Subtitle1,
  Text,
  tokens,
} from '@fluentui/react-components';
import { FailureNotice } from '../../../app/FailureNotice';
import { FileButton } from '../../../app/FileButton';
import type { ImportFile } from './importFile';
import type { ImportFileProblem } from './importLimits';
import { importTexts as texts } from './importTexts';

export interface ImportSourceProps {
  file: ImportFile | undefined;
  problem: ImportFileProblem | undefined;
  disabled: boolean;
  onChoose: (file: File) => void;
}

/** The file to import from, and what is wrong with it as a whole. */
export function ImportSource({ file, problem, disabled, onChoose }: ImportSourceProps) {
  const styles = useStyles();
  return (
    <section className={styles.root}>
      <Subtitle1 as="h2">{texts.chooseStep}</Subtitle1>
      <div className={styles.choice}>
        <FileButton
          label={texts.chooseFile}
          accept=".csv,.tsv,.txt,.xlsx,.md,.markdown"
          appearance={file === undefined ? 'primary' : 'secondary'}
          disabled={disabled}
          onChoose={onChoose}
        >
          {file === undefined ? texts.chooseFile : texts.chooseOther}
        </FileButton>
        <Text role="status">
          {file === undefined ? '' : texts.chosen(file.name, file.lines.length)}
        </Text>
      </div>
      {file?.encoding === 'windows-1252' && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{texts.readAsWindows1252}</MessageBarBody>
        </MessageBar>
      )}
      {problem !== undefined && (
        <FailureNotice title={texts.unreadable}>{texts.problems[problem]}</FailureNotice>
      )}
    </section>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  choice: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    overflowWrap: 'anywhere',
  },
});
