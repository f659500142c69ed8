import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
} from '@fluentui/react-components';
import { longestUsageFile } from '@last-mile/shared/adoption';
import { ApiProblem, settingsClient } from '@last-mile/shared/client';
import { failureInWords, issueInWords } from '@last-mile/shared/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FailureNotice } from '../../../app/FailureNotice';
import { FileButton } from '../../../app/FileButton';
import { useSession } from '../../../app/session';
import { DataSection } from './DataSection';
import { peopleAndDataTexts as texts } from './peopleAndDataTexts';
import { UsageReceipt } from './UsageReceipt';

/** A file of use elsewhere: chosen, sent at once, and answered with what was counted of it. */
export function UsageFile() {
  const { api } = useSession();
  const queries = useQueryClient();
  const [tooLarge, setTooLarge] = useState(false);
  const upload = useMutation({
    mutationFn: (file: File) => settingsClient(api).uploadUsage(file),
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
      <div>
        <FileButton
          label={texts.chooseFile}
          accept=".csv,text/csv"
          disabled={upload.isPending}
          onChoose={choose}
        >
          {file === undefined ? texts.chooseFile : texts.chooseOther}
        </FileButton>
      </div>
      <div role="status">
        {upload.isPending && <Spinner size="small" label={texts.sending(file?.name ?? '')} />}
        {upload.isSuccess && <UsageReceipt name={upload.variables.name} receipt={upload.data} />}
      </div>
      {tooLarge && <FailureNotice>{texts.tooLarge}</FailureNotice>}
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
  return [failureInWords(error), ...error.issues.map(issueInWords)].join(' ');
}
