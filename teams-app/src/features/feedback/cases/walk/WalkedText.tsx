import { Text } from '@fluentui/react-components';
import type { LibraryContent } from '@last-mile/shared/library';
import { LinkButton } from '../../../../app/LinkButton';
import { toHref } from '../../../../app/routes';
import { TemplateText } from '../../../../app/TemplateText';
import { WithPlaceholders } from '../../../../app/WithPlaceholders';
import { casesTexts as texts } from '../casesTexts';
import { TextToCopy } from './TextToCopy';

export interface WalkedTextProps {
  itemKey: string;
  content: LibraryContent;
  /** Whether Outlook and the library have this text too. */
  isPublished: boolean;
}

/** The text that is walked, to take along: that of the version the walk began with. */
export function WalkedText({ itemKey, content, isPublished }: WalkedTextProps) {
  const { kind, subject, body, language } = content;
  if (kind === 'prompt') {
    return (
      <TextToCopy text={body} copy={texts.copyPrompt}>
        <div lang={language}>
          <WithPlaceholders text={body} />
        </div>
      </TextToCopy>
    );
  }
  return (
    <>
      <Text>{isPublished ? texts.templateUse : texts.templateReplaced}</Text>
      <TextToCopy copy={texts.copyTemplate}>
        {subject !== null && (
          <p>
            <strong>{texts.subject}:</strong>{' '}
            <span lang={language}>
              <WithPlaceholders text={subject} />
            </span>
          </p>
        )}
        <div lang={language}>
          <TemplateText html={body} />
        </div>
      </TextToCopy>
      {isPublished && (
        <div>
          <LinkButton size="small" href={toHref({ page: 'libraryItem', clientKey: itemKey })}>
            {texts.openTemplate}
          </LinkButton>
        </div>
      )}
    </>
  );
}
