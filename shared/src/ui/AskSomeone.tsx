import { Button, Link, makeStyles, Switch, Text, tokens } from '@fluentui/react-components';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { helperCalls, type ApiClient } from '../client';
import { chatLink, type HelpersResponse } from '../practice';
import { failureInWords } from './failureInWords';
import { LoadingRows } from './LoadingRows';
import { uiTexts } from './uiTexts';
import { useSaidAtOnce } from './useSaidAtOnce';

export interface AskSomeoneProps {
  client: Pick<ApiClient, 'requests'>;
  taskKey: string;
  /** The task in the words of those who do it: the chat begins with it. */
  task: string;
}

const texts = uiTexts.helpers;

/**
 * Colleagues who offered help with a task, each one tap from a Teams chat, and one's own offer. The API
 * hears of the task only once somebody wants to know.
 */
export function AskSomeone({ client, taskKey, task }: AskSomeoneProps) {
  const styles = useStyles();
  const contentId = useId();
  const [isOpen, setOpen] = useState(false);
  const queries = useQueryClient();
  const calls = helperCalls(client.requests);
  const queryKey = ['helpers', taskKey];
  const helpers = useQuery({
    queryKey,
    queryFn: ({ signal }) => calls.helpers(taskKey, signal),
    enabled: isOpen,
  });
  const offer = useMutation({
    mutationFn: (offering: boolean) => calls.offerHelp(taskKey, offering),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
  const answer = helpers.data ?? null;
  const [offering, say] = useSaidAtOnce(answer?.offering ?? false, offer.mutateAsync);
  const error = offer.error ?? helpers.error;
  return (
    <section className={styles.root}>
      <Button
        appearance="outline"
        aria-expanded={isOpen}
        aria-controls={contentId}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        {texts.ask}
      </Button>
      <div id={contentId} className={styles.content} hidden={!isOpen}>
        {isOpen && (
          <Colleagues
            task={task}
            answer={answer === null ? null : { ...answer, offering }}
            failure={error === null ? null : failureInWords(error)}
            onOffer={say}
          />
        )}
      </div>
    </section>
  );
}

interface ColleaguesProps {
  task: string;
  /** Null while it is on its way. */
  answer: HelpersResponse | null;
  /** Why it cannot be had; null when it can. */
  failure: string | null;
  /** The person's own word; while it is being kept it shows as they said it. */
  onOffer: (offering: boolean) => void;
}

function Colleagues({ task, answer, failure, onOffer }: ColleaguesProps) {
  const styles = useStyles();
  if (failure !== null) return <Text role="alert">{failure}</Text>;
  if (answer === null) return <LoadingRows label={texts.loading} rows={2} />;
  return (
    <>
      {answer.helpers.length === 0 ? (
        <Text>{texts.nobody}</Text>
      ) : (
        <>
          <Text>{texts.hint}</Text>
          <ul className={styles.list}>
            {answer.helpers.map(({ name, userPrincipalName }) => (
              <li key={userPrincipalName}>
                <Link
                  href={chatLink(userPrincipalName, texts.message(task))}
                  target="_blank"
                  rel="noreferrer"
                >
                  {texts.chat(name)}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={styles.offer}>
        <Switch
          label={texts.offer}
          checked={answer.offering}
          onChange={(_, { checked }) => {
            onOffer(checked);
          }}
        />
        <Text size={200} className={styles.quiet}>
          {answer.offering ? texts.offering : texts.offerHint}
        </Text>
      </div>
    </>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
  },
  content: { alignSelf: 'stretch' },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    marginBlock: tokens.spacingVerticalS,
    paddingInlineStart: tokens.spacingHorizontalL,
    overflowWrap: 'anywhere',
  },
  offer: { display: 'flex', flexDirection: 'column', marginBlockStart: tokens.spacingVerticalS },
  quiet: { color: tokens.colorNeutralForeground3, paddingInlineStart: tokens.spacingHorizontalS },
});
