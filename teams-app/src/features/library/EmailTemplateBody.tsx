import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  Subtitle2,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { LibraryContent } from '@last-mile/shared/library';
import { createElement, Fragment, useMemo, type ReactNode } from 'react';
import { libraryTexts as texts } from './libraryTexts';
import { WithPlaceholders } from './WithPlaceholders';

/** An email template as its reader will see it. It is inserted from Outlook, not from here. */
export function EmailTemplateBody({ content }: { content: LibraryContent }) {
  const styles = useStyles();
  const body = useMemo(() => toElements(content.body), [content.body]);
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
        <div className={styles.body}>{body}</div>
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

/** What an email's text is made of. Headings are shown as bold text: the page has its own. */
const shownAs: Readonly<Record<string, string>> = {
  P: 'p',
  DIV: 'div',
  BR: 'br',
  STRONG: 'strong',
  B: 'strong',
  EM: 'em',
  I: 'em',
  U: 'u',
  UL: 'ul',
  OL: 'ol',
  LI: 'li',
  BLOCKQUOTE: 'blockquote',
  H1: 'strong',
  H2: 'strong',
  H3: 'strong',
  TABLE: 'table',
  TBODY: 'tbody',
  THEAD: 'thead',
  TR: 'tr',
  TD: 'td',
  TH: 'th',
};

/** Elements whose text is not meant to be read. */
const unread = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'TITLE']);

/** Between the parts of a table there is nothing to read. */
const tableParts = new Set(['TABLE', 'THEAD', 'TBODY', 'TR']);

/**
 * HTML as React elements of a known kind, without any attribute: whatever the text holds, nothing of
 * it can run or load. The parsed document is inert.
 */
function toElements(html: string): ReactNode {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return childrenOf(parsed.body);
}

function childrenOf(node: Node): ReactNode[] {
  return [...node.childNodes]
    .filter((child) => !tableParts.has(node.nodeName) || child.nodeType === Node.ELEMENT_NODE)
    .map((child, index) => <Fragment key={index}>{toElement(child)}</Fragment>);
}

function toElement(node: Node): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) {
    return <WithPlaceholders text={node.textContent ?? ''} />;
  }
  if (!(node instanceof Element) || unread.has(node.tagName)) return null;
  const tag = shownAs[node.tagName];
  if (tag === undefined) return childrenOf(node);
  return tag === 'br' ? <br /> : createElement(tag, null, ...childrenOf(node));
}

const useStyles = makeStyles({
  heading: { marginBottom: tokens.spacingVerticalS },
  body: {
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    lineHeight: tokens.lineHeightBase400,
    overflowWrap: 'anywhere',
    overflowX: 'auto',
    '& p': { marginBlock: `0 ${tokens.spacingVerticalM}` },
    '& p:last-child': { marginBottom: 0 },
  },
  check: { whiteSpace: 'pre-wrap' },
});
