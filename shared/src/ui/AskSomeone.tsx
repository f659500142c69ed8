import { Button, Link, makeStyles, Switch, Text, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { chatLink, type HelpersResponse } from '../practice';
import { LoadingRows } from './LoadingRows';
import { uiTexts } from './uiTexts';

export interface AskSomeoneProps {
  /** The task in the words of those who do it: the chat begins with it. */
  task: string;
  /** Whether the colleagues are shown; until then nobody is asked for them. */
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  /** Null while it is on its way. */
  answer: HelpersResponse | null;
  /** Why it cannot be had; null when it can. */
  failure: string | null;
  /** The person's own word; while it is being kept it shows as they said it. */
  onOffer: (offering: boolean) => void;
}

const texts = uiTexts.helpers;

/** Colleagues who offered help with a task, each one tap from a Teams chat, and one's own offer. */
export function AskSomeone(props: AskSomeoneProps) {
  const { isOpen, onOpen } = props;
  const styles = useStyles();
  const contentId = useId();
  return (
    <section className={styles.root}>
      <Button
        appearance="outline"
        aria-expanded={isOpen}
        aria-controls={contentId}
        onClick={() => {
          onOpen(!isOpen);
        }}
      >
        {texts.ask}
      </Button>
      <div id={contentId} className={styles.content} hidden={!isOpen}>
        {isOpen && <Colleagues {...props} />}
      </div>
    </section>
  );
}

function Colleagues({ task, answer, failure, onOffer }: AskSomeoneProps) {
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
