import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  Subtitle2,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { LibraryContent } from '@last-mile/shared/library';
import { WithPlaceholders } from '../../app/WithPlaceholders';
import { libraryTexts as texts } from './libraryTexts';
import { TemplateText } from '../../app/TemplateText';

/** An email template as its reader will see it. It is inserted from Outlook, not from here. */
export function EmailTemplateBody({ content }: { content: LibraryContent }) {
  const styles = useStyles();
  return (
    <>
      {content.subject !== null && content.subject !== '' && (
        <Text>
          <Text weight="semibold">{texts.subject}:</Text>{' '}
          <WithPlaceholders text={content.subject} />
        </Text>
      )}
      <div>
        <Subtitle2 as="h3" block className={styles.heading}>
          {texts.text}
        </Subtitle2>
        <div lang={content.language}>
          <TemplateText html={content.body} />
        </div>
      </div>
      {content.checkBeforeTrusting !== '' && (
        <div>
          <Subtitle2 as="h3" block>
            {texts.checkTitle}
          </Subtitle2>
          <Text className={styles.check}>{content.checkBeforeTrusting}</Text>
        </div>
      )}
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>{texts.templateUse}</MessageBarBody>
      </MessageBar>
    </>
  );
}

const useStyles = makeStyles({
  heading: { marginBottom: tokens.spacingVerticalS },
  check: { whiteSpace: 'pre-wrap' },
});
