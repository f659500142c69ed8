import { importClient } from '@last-mile/shared/client';
import type { ImportRow } from '@last-mile/shared/library';
import { mapColumns, type ColumnMapping } from '@last-mile/shared/library-exchange';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { SubPage } from '../../../app/SubPage';
import { LenderChoice } from '../copying/LenderChoice';
import { inOwnWords } from './foreignNames';
import { ForeignNameFields } from './ForeignNameFields';
import { ImportColumns } from './ImportColumns';
import type { Separator } from './importCsv';
import { readImportFile, type ImportFile } from './importFile';
import type { ImportFileProblem } from './importLimits';
import { planImport, toBatches } from './importPlan';
import { ImportPreview } from './ImportPreview';
import { ImportSource } from './ImportSource';
import { likeRows } from './likeRows';
import { PastImports } from './PastImports';
import { StarterLibrary } from './StarterLibrary';
import { importTexts as texts } from './importTexts';
import { libraryQueries } from '../libraryQueries';
import { useOwnWords } from './useOwnWords';
import { useImportRun } from './useImportRun';

const nothing: readonly ImportRow[] = [];
const nobody: ReadonlySet<number> = new Set();

/** Importing prompts from a file: choose it, match its columns, look, import; or take one back. */
export function ImportPage() {
  const { api } = useSession();
  const queryClient = useQueryClient();
  const [source, setSource] = useState<File>();
  const [file, setFile] = useState<ImportFile>();
  const [problem, setProblem] = useState<ImportFileProblem>();
  const [mapping, setMapping] = useState<ColumnMapping>({});
  const importing = useImportRun(
    (rows: readonly ImportRow[], importKey) => importClient(api).importRows(rows, importKey),
    () => {
      void queryClient.invalidateQueries({ queryKey: libraryQueries.root });
    },
  );
  const plan = useMemo(
    () => (file === undefined ? undefined : planImport(file, mapping)),
    [file, mapping],
  );
  const words = useOwnWords();
  const alike = useQuery(likeRows(api, plan?.rows ?? nothing));
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(nobody);
  const busy = importing.run.phase === 'running';

  async function read(chosen: File, separator?: Separator) {
    setSource(chosen);
    importing.reset();
    setLeftOut(nobody);
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
    <SubPage
      backHref={toHref({ page: 'library' })}
      back={texts.back}
      title={texts.title}
      subtitle={texts.subtitle}
      wide
    >
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
          <ForeignNameFields rows={plan.rows} words={words} disabled={busy} />
          <ImportPreview
            plan={{ ...plan, rows: plan.rows.map((row) => inOwnWords(row, words)) }}
            alike={alike}
            leftOut={leftOut}
            onLeaveOut={setLeftOut}
            run={importing.run}
            onStart={(rows) => void importing.start(toBatches(rows))}
            onGoOn={() => void importing.goOn()}
            onAnother={() => {
              importing.reset();
              setFile(undefined);
            }}
          />
        </>
      )}
      <LenderChoice />
      <StarterLibrary disabled={busy} />
      <PastImports disabled={busy} />
    </SubPage>
  );
}
