import { Button, makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import { importClient } from '@last-mile/shared/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { DataTable } from '../../../app/DataTable';
import { useSession } from '../../../app/session';
import { useFocusWhenGone } from '../../../app/useFocusWhenGone';
import { libraryQueries } from '../libraryQueries';
import { StepsNotice } from '../StepsNotice';
import { useSteps } from '../useSteps';
import { importQueries } from './importQueries';
import { importTexts as texts } from './importTexts';

/** What was imported lately, and the way to take it back. */
export function PastImports({ disabled }: { disabled: boolean }) {
  const styles = useStyles();
  const { api, formats } = useSession();
  const queryClient = useQueryClient();
  const past = useQuery(importQueries.pastImports(api));
  const { steps, take } = useSteps(() => {
    void queryClient.invalidateQueries({ queryKey: libraryQueries.root });
  });
  const takeBack = (importKey: string) =>
    take(async (before) => {
      const { removed, kept, left } = await importClient(api).removeImport(importKey);
      return {
        done: before.done + removed,
        kept: [...before.kept, ...kept],
        goesOn: left > 0,
      };
    });
  const imports = past.data ?? [];
  const root = useFocusWhenGone<HTMLElement>(imports.length);
  if (imports.length === 0 && steps.phase === 'none') return null;
  const busy = disabled || steps.phase === 'running';
  return (
    <section ref={root} tabIndex={-1} aria-labelledby="past-imports" className={styles.root}>
      <Subtitle1 as="h2" id="past-imports">
        {texts.pastTitle}
      </Subtitle1>
      <StepsNotice
        steps={steps}
        texts={{
          running: texts.undoing,
          stopped: texts.undoStopped,
          done: texts.undone,
          kept: texts.keptBack,
        }}
      />
      {imports.length > 0 && (
        <DataTable
          caption={texts.pastHint}
          columns={[
            { key: 'at', title: texts.pastAt },
            { key: 'by', title: texts.pastBy },
            { key: 'from', title: texts.pastFrom },
            { key: 'items', title: texts.pastItems, numeric: true },
            { key: 'undo', title: texts.pastUndo },
          ]}
          rows={imports.map(({ importKey, at, importedBy, from, items }) => ({
            key: importKey,
            cells: [
              formats.moment(at),
              importedBy.name ?? texts.someone,
              from ?? texts.pastFile,
              items,
              <Button
                key="undo"
                size="small"
                disabledFocusable={busy}
                aria-label={texts.undoNamed(formats.moment(at), items)}
                onClick={() => void takeBack(importKey)}
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

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});
