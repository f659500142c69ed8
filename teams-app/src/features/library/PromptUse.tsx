import {
  Button,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Subtitle2,
  Text,
  tokens,
} from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { OpenRegular } from '@fluentui/react-icons/svg/open';
import { fillText, placeholdersIn, type LibraryItem } from '@last-mile/shared/library';
import { useState } from 'react';
import { copyText } from '../../app/clipboard';
import { FailureNotice } from '../../app/FailureNotice';
import { useSession } from '../../app/session';
import { libraryTexts as texts } from './libraryTexts';
import { WithPlaceholders } from '../../app/WithPlaceholders';

/** Where Microsoft 365 Copilot Chat opens. The text goes by the clipboard: it takes no prompt in its address that Microsoft documents. */
const copilotChat = 'https://m365.cloud.microsoft/chat';

/** A prompt to take along: fill it in, copy it, and what to check before trusting the answer. */
export function PromptUse({ item }: { item: LibraryItem }) {
  const styles = useStyles();
  const { queue } = useSession();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [copied, setCopied] = useState<boolean>();
  const { content } = item;
  const placeholders = placeholdersIn(content.body);
  const filled = fillText(content.body, values);
  const isFilled = filled !== content.body;

  async function copy(text: string, kind: 'promptCopied' | 'promptOpened') {
    const done = await copyText(text);
    setCopied(done);
    // A reviewer who copies a draft is not using it.
    if (!done || item.status !== 'published') return;
    const event = {
      clientKey: crypto.randomUUID(),
      kind,
      at: new Date().toISOString(),
      itemKey: item.clientKey,
      version: item.version,
      surface: 'teams' as const,
    };
    // Where the browser keeps nothing, the copy is worth more than its count.
    await queue.count(event).then(
      () => queue.flush(),
      () => undefined,
    );
  }

  return (
    <>
      {placeholders.length > 0 && (
        <div>
          <Subtitle2 as="h3" block>
            {texts.fillIn}
          </Subtitle2>
          <Text size={200} className={styles.quiet}>
            {texts.fillInHint}
          </Text>
          <div className={styles.fields}>
            {placeholders.map((name) => (
              <Field key={name} label={name}>
                <Input
                  value={values[name] ?? ''}
                  onChange={(_, { value }) => {
                    setValues({ ...values, [name]: value });
                  }}
                />
              </Field>
            ))}
          </div>
        </div>
      )}
      <div>
        <Subtitle2 as="h3" block className={styles.heading}>
          {texts.text}
        </Subtitle2>
        <div className={styles.text} lang={content.language}>
          <WithPlaceholders text={filled} />
        </div>
      </div>
      <div className={styles.use}>
        <div className={styles.actions}>
          <Button
            appearance="primary"
            icon={<CopyRegular />}
            onClick={() => void copy(filled, 'promptCopied')}
          >
            {isFilled ? texts.copyFilled : texts.copyPrompt}
          </Button>
          {isFilled && (
            <Button onClick={() => void copy(content.body, 'promptCopied')}>
              {texts.copyAsWritten}
            </Button>
          )}
          {isForCopilot(content.assistant) && (
            <Button
              icon={<OpenRegular />}
              onClick={() => {
                window.open(copilotChat, '_blank', 'noopener,noreferrer');
                void copy(filled, 'promptOpened');
              }}
            >
              {texts.openCopilot}
            </Button>
          )}
        </div>
        <div role="status">
          {copied !== undefined && (
            <CopyOutcome copied={copied} check={content.checkBeforeTrusting} />
          )}
        </div>
      </div>
      {copied !== true && content.checkBeforeTrusting !== '' && (
        <div>
          <Subtitle2 as="h3" block>
            {texts.checkTitle}
          </Subtitle2>
          <Text className={styles.check}>{content.checkBeforeTrusting}</Text>
        </div>
      )}
    </>
  );
}

function CopyOutcome({ copied, check }: { copied: boolean; check: string }) {
  const styles = useStyles();
  if (!copied) {
    return <FailureNotice>{texts.copyFailed}</FailureNotice>;
  }
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody className={styles.check}>
        <MessageBarTitle>{texts.copied}</MessageBarTitle>{' '}
        {check === '' ? texts.copiedTrustDefault : `${texts.copiedTrust} ${check}`}
      </MessageBarBody>
    </MessageBar>
  );
}

/** Copilot opens at an address of its own; other assistants are wherever the person keeps them. */
function isForCopilot(assistant: string | null) {
  return assistant?.toLowerCase().includes('copilot') === true;
}

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  heading: { marginBottom: tokens.spacingVerticalS },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(220px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    marginTop: tokens.spacingVerticalS,
  },
  text: {
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    lineHeight: tokens.lineHeightBase400,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  use: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  check: { whiteSpace: 'pre-wrap' },
});
