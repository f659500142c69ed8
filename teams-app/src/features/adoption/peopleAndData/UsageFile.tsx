import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { DocumentTableRegular } from '@fluentui/react-icons/svg/document-table';
import { longestUsageFile } from '@last-mile/shared/adoption';
import { ApiProblem } from '@last-mile/shared/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useSession } from '../../../app/session';
import { DataSection } from './DataSection';
import { peopleAndDataTexts as texts } from './peopleAndDataTexts';
import { UsageReceipt } from './UsageReceipt';

/** A file of use elsewhere: chosen, sent at once, and answered with what was counted of it. */
export function UsageFile() {
  const styles = useStyles();
  const { api } = useSession();
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const upload = useMutation({
    mutationFn: (file: File) => api.uploadUsage(file),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['adoption'] }),
  });
  const { variables: file } = upload;

  function choose(chosen: File) {
    const fits = chosen.size <= longestUsageFile;
    setTooLarge(!fits);
    upload.reset();
    if (fits) upload.mutate(chosen);
  }

  return (
    <DataSection title={texts.fileTitle} hint={texts.fileHint}>
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
            if (chosen !== undefined) choose(chosen);
          }}
        />
        <Button
          icon={<DocumentTableRegular />}
          disabled={upload.isPending}
          onClick={() => input.current?.click()}
        >
          {file === undefined ? texts.chooseFile : texts.chooseOther}
        </Button>
      </div>
      <div role="status">
        {upload.isPending && <Spinner size="small" label={texts.sending(file?.name ?? '')} />}
        {upload.isSuccess && <UsageReceipt name={upload.variables.name} receipt={upload.data} />}
      </div>
      {tooLarge && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{texts.tooLarge}</MessageBarBody>
        </MessageBar>
      )}
      {upload.isError && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{texts.notTaken}</MessageBarTitle> {inWords(upload.error)}
          </MessageBarBody>
          {mayPass(upload.error) && (
            <MessageBarActions>
              <Button
                onClick={() => {
                  upload.mutate(upload.variables);
                }}
              >
                {texts.again}
              </Button>
            </MessageBarActions>
          )}
        </MessageBar>
      )}
    </DataSection>
  );
}

/** A file that was refused is not taken the second time either. */
const mayPass = (error: Error) => !(error instanceof ApiProblem) || error.passing;

function inWords(error: Error): string {
  if (!(error instanceof ApiProblem)) return texts.unreachable;
  return [error.message, ...error.issues.map(({ message }) => message)].join(' ');
}

const useStyles = makeStyles({
  choice: {
    position: 'relative',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
  // Behind the button: found by its label, reached by the button.
  input: { position: 'absolute', width: '1px', height: '1px', opacity: 0 },
});
