import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { useState } from 'react';
import { copyText } from '../../../app/clipboard';
import { siteOwnerMessageTexts as texts } from './siteOwnerMessageTexts';

/**
 * What nobody but an owner of the SharePoint site can do for a programme, as a message to them. The API
 * cannot see whether it was done: `npm run doctor -- --admin` can.
 */
export function SiteOwnerMessage({ name, groupId }: { name: string; groupId: string }) {
  const styles = useStyles();
  const [copied, setCopied] = useState<boolean>();
  const message = texts.message(name, groupId);
  return (
    <section className={styles.root}>
      <Subtitle2 as="h3">{texts.title}</Subtitle2>
      <Text>{texts.body}</Text>
      <Text className={styles.message}>{message}</Text>
      <div>
        <Button
          size="small"
          icon={<CopyRegular />}
          onClick={() => {
            void copyText(message).then(setCopied);
          }}
        >
          {texts.copy}
        </Button>{' '}
        <span role="status">
          {copied === undefined ? '' : copied ? texts.copied : texts.copyRefused}
        </span>
      </div>
    </section>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  message: {
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    overflowWrap: 'anywhere',
  },
});
