import { makeStyles, Text, Title3, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { mapColumns, type ColumnMapping } from '@last-mile/shared/library';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { LinkButton } from '../../app/LinkButton';
import { toHref } from '../../app/routes';
import { useSession } from '../../app/session';
import { ImportColumns } from './ImportColumns';
import {
  readImportFile,
  type ImportFile,
  type ImportFileProblem,
  type Separator,
} from './importFile';
import { planImport } from './importPlan';
import { ImportPreview } from './ImportPreview';
import { ImportSource } from './ImportSource';
import { importTexts as texts } from './importTexts';
import { libraryQueries } from './libraryQueries';
import { useImportRun } from './useImportRun';

/** Importing prompts from a file: choose it, match its columns, look, import. */
export function ImportPage() {
  const styles = useStyles();
  const { api } = useSession();
  const queryClient = useQueryClient();
  const [source, setSource] = useState<File>();
  const [file, setFile] = useState<ImportFile>();
  const [problem, setProblem] = useState<ImportFileProblem>();
  const [mapping, setMapping] = useState<ColumnMapping>({});
  const importing = useImportRun(api, () => {
    void queryClient.invalidateQueries({ queryKey: libraryQueries.root });
  });
  const plan = useMemo(
    () => (file === undefined ? undefined : planImport(file, mapping, texts.unclosed)),
    [file, mapping],
  );
  const busy = importing.run.phase === 'running';

  async function read(chosen: File, separator?: Separator) {
    setSource(chosen);
    importing.reset();
    const answer = await readImportFile(chosen, separator);
    if ('problem' in answer) {
      setFile(undefined);
      setProblem(answer.problem);
      return;
    }
    setProblem(undefined);
    setFile(answer);
    setMapping(mapColumns(answer.header));
  }

  return (
    <div className={styles.root}>
      <div className={styles.back}>
        <LinkButton
          href={toHref({ page: 'library' })}
          appearance="subtle"
          icon={<ArrowLeftRegular />}
        >
          {texts.back}
        </LinkButton>
      </div>
      <div>
        <Title3 as="h1" block>
          {texts.title}
        </Title3>
        <Text className={styles.subtitle}>{texts.subtitle}</Text>
      </div>
      <ImportSource
        file={file}
        problem={problem}
        disabled={busy}
        onChoose={(chosen) => void read(chosen)}
      />
      {file !== undefined && plan !== undefined && (
        <>
          <ImportColumns
            file={file}
            mapping={mapping}
            disabled={busy}
            onMapping={setMapping}
            onSeparator={(separator) => {
              if (source !== undefined) void read(source, separator);
            }}
          />
          <ImportPreview
            plan={plan}
            run={importing.run}
            onStart={() => void importing.start(plan.rows)}
            onGoOn={() => void importing.goOn()}
            onAnother={() => {
              importing.reset();
              setFile(undefined);
            }}
          />
        </>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    maxWidth: '1000px',
  },
  back: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalM})` },
  subtitle: { color: tokens.colorNeutralForeground2 },
});
