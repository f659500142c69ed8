import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Subtitle1,
  Text,
  tokens,
} from '@fluentui/react-components';
import { DocumentTableRegular } from '@fluentui/react-icons/svg/document-table';
import { useRef } from 'react';
import type { ImportFile, ImportFileProblem } from './importFile';
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
  const input = useRef<HTMLInputElement>(null);
  return (
    <section className={styles.root}>
      <Subtitle1 as="h2">{texts.chooseStep}</Subtitle1>
      <div className={styles.choice}>
        <input
          ref={input}
          type="file"
          accept=".csv,text/csv"
          aria-label={texts.chooseFile}
          tabIndex={-1}
          className={styles.input}
          onChange={({ target }) => {
            const chosen = target.files?.[0];
            // The same file chosen again, mended in between, is read again.
            target.value = '';
            if (chosen !== undefined) onChoose(chosen);
          }}
        />
        <Button
          icon={<DocumentTableRegular />}
          appearance={file === undefined ? 'primary' : 'secondary'}
          disabled={disabled}
          onClick={() => input.current?.click()}
        >
          {file === undefined ? texts.chooseFile : texts.chooseOther}
        </Button>
        <Text role="status">
          {file === undefined ? '' : texts.chosen(file.name, file.lines.length)}
        </Text>
      </div>
      {problem !== undefined && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{texts.unreadable}</MessageBarTitle> {texts.problems[problem]}
          </MessageBarBody>
        </MessageBar>
      )}
    </section>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  choice: {
    position: 'relative',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    overflowWrap: 'anywhere',
  },
  // Behind the button: found by its label, reached by the button.
  input: { position: 'absolute', width: '1px', height: '1px', opacity: 0 },
});
