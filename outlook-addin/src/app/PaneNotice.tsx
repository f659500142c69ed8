import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import { ApiUnreachable, SignInRequired } from '@last-mile/shared/client';
import { EmptyState, LoadError } from '@last-mile/shared/ui';
import { paneTexts as texts } from './paneTexts';
import { SignInImpossible, WindowRequired } from './signIn';

export interface PaneProblemProps {
  error: unknown;
  onRetry: () => void;
  /** Asks the person, in Outlook's own window or one of ours. */
  onSignIn: (claims?: string) => void;
}

/** Nothing can be shown: why, and what to do. */
export function PaneProblem({ error, onRetry, onSignIn }: PaneProblemProps) {
  if (error instanceof SignInRequired) {
    return (
      <EmptyState
        heading="h1"
        title={texts.signInTitle}
        action={
          <Button
            appearance="primary"
            onClick={() => {
              onSignIn(error.claims);
            }}
          >
            {texts.signIn}
          </Button>
        }
      >
        {wordsOf(error) ?? texts.signInText}
      </EmptyState>
    );
  }
  const words = obstacleOf(error);
  if (words === null) return <LoadError error={error} onRetry={onRetry} />;
  return (
    <EmptyState
      heading="h1"
      title={words.title}
      action={<Button onClick={onRetry}>{texts.retry}</Button>}
    >
      {words.text}
    </EmptyState>
  );
}

export interface KeptNoticeProps extends PaneProblemProps {
  /** As of when the library is that is shown, in words. */
  asOf: string;
}

/** The kept library is shown because the fresh one cannot be had: why, from when, and what waits. */
export function KeptNotice({ error, asOf, onRetry, onSignIn }: KeptNoticeProps) {
  const styles = useStyles();
  const interactive = error instanceof SignInRequired;
  const obstacle = obstacleOf(error);
  const offline = error instanceof ApiUnreachable || obstacle?.title === texts.offline;
  return (
    <MessageBar
      className={styles.notice}
      intent={offline || interactive ? 'info' : 'warning'}
      layout="multiline"
    >
      <MessageBarBody>
        <MessageBarTitle className={styles.title}>
          {interactive ? texts.signInTitle : (obstacle?.title ?? texts.unreachable)}
        </MessageBarTitle>{' '}
        {interactive ? texts.signInLater : texts.kept(asOf)} {wordsOf(error)}
      </MessageBarBody>
      <MessageBarActions>
        <Button
          size="small"
          onClick={() => {
            if (interactive) onSignIn(error.claims);
            else onRetry();
          }}
        >
          {interactive ? texts.signIn : texts.retry}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

/** What stands between the person and a fresh library, where the pane knows it better than the error. */
function obstacleOf(error: unknown): { title: string; text: string } | null {
  if (!navigator.onLine) return { title: texts.offline, text: texts.offlineFirst };
  return error instanceof SignInImpossible ? texts.noSignIn[error.obstacle] : null;
}

/** What signing in means here, where it is more than a click. */
const wordsOf = (error: unknown) => (error instanceof WindowRequired ? error.words : undefined);

const useStyles = makeStyles({
  title: { display: 'block' },
  notice: { marginBlock: tokens.spacingVerticalS, marginInline: tokens.spacingHorizontalM },
});
