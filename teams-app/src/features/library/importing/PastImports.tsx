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
import { failureInWords } from '@last-mile/shared/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { DataTable } from '../../../app/DataTable';
import { FailureNotice } from '../../../app/FailureNotice';
import { useSession } from '../../../app/session';
import { libraryQueries } from '../libraryQueries';
import { importTexts as texts } from './importTexts';
import { useImportRemoval, type ImportRemoval } from './useImportRemoval';

/** What was imported lately, and the way to take it back. */
export function PastImports({ disabled }: { disabled: boolean }) {
  const styles = useStyles();
  const { api, formats } = useSession();
  const queryClient = useQueryClient();
  const past = useQuery(libraryQueries.pastImports(api));
  const removal = useImportRemoval(api, () => {
    void queryClient.invalidateQueries({ queryKey: libraryQueries.root });
  });
  const imports = past.data ?? [];
  if (imports.length === 0 && removal.state.phase === 'none') return null;
  const busy = disabled || removal.state.phase === 'running';
  return (
    <section className={styles.root}>
      <Subtitle1 as="h2">{texts.pastTitle}</Subtitle1>
      <div role="status">
        <RemovalMessage removal={removal.state} />
      </div>
      {imports.length > 0 && (
        <DataTable
          caption={texts.pastHint}
          columns={[
            { key: 'at', title: texts.pastAt },
            { key: 'by', title: texts.pastBy },
            { key: 'items', title: texts.pastItems, numeric: true },
            { key: 'undo', title: texts.pastUndo },
          ]}
          rows={imports.map(({ importKey, at, importedBy, items }) => ({
            key: importKey,
            cells: [
              formats.moment(at),
              importedBy.name ?? texts.someone,
              items,
              <Button
                key="undo"
                size="small"
                disabled={busy}
                aria-label={texts.undoNamed(formats.moment(at), items)}
                onClick={() => void removal.takeBack(importKey)}
              >
                {texts.undo}
              </Button>,
            ],
          }))}
        />
      )}
    </section>
  );
}

function RemovalMessage({ removal }: { removal: ImportRemoval }) {
  switch (removal.phase) {
    case 'none':
      return null;
    case 'running':
      return <Text>{texts.undoing(removal.removed)}</Text>;
    case 'stopped':
      return (
        <FailureNotice title={texts.undoStopped(removal.removed)}>
          {failureInWords(removal.error)}
        </FailureNotice>
      );
    case 'done':
      return (
        <MessageBar intent={removal.kept.length > 0 ? 'warning' : 'success'} layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{texts.undone(removal.removed)}</MessageBarTitle>{' '}
            {removal.kept.length > 0 && texts.keptBack(removal.kept.map(({ title }) => title))}
          </MessageBarBody>
        </MessageBar>
      );
  }
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});
