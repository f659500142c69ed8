import { Button } from '@fluentui/react-components';
import { EmptyState, Notice } from '@last-mile/shared/ui';
import { useState } from 'react';
import { appTexts } from './appTexts';
import type { SignIn } from './signIn';

export interface SignInNoticeProps {
  signIn: Pick<SignIn, 'start'>;
  /** What went wrong with the last try; null before the first. */
  failure: string | null;
  /** Over a page that is loaded already, so that nothing typed there is lost. */
  overPage: boolean;
}

/** The one button a person presses when Microsoft wants them. */
export function SignInNotice({ signIn, failure, overPage }: SignInNoticeProps) {
  const [busy, setBusy] = useState(false);
  const button = (
    <Button
      appearance="primary"
      disabledFocusable={busy}
      onClick={() => {
        setBusy(true);
        void signIn.start().finally(() => {
          setBusy(false);
        });
      }}
    >
      {appTexts.signIn}
    </Button>
  );
  if (!overPage) {
    return (
      <EmptyState heading="h1" title={appTexts.signInTitle} action={button}>
        {failure === null ? appTexts.signInWhy : appTexts.signInFailed}
      </EmptyState>
    );
  }
  return (
    <Notice intent="warning" title={appTexts.signInTitle} action={button}>
      {failure === null ? appTexts.signInAgain : appTexts.signInFailed}
    </Notice>
  );
}
