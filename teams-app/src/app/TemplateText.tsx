import { makeStyles, tokens } from '@fluentui/react-components';
import { createElement, Fragment, useMemo, type ReactNode } from 'react';
import { WithPlaceholders } from './WithPlaceholders';

/** An email template's HTML as its reader will see it. */
export function TemplateText({ html }: { html: string }) {
  const styles = useStyles();
  const body = useMemo(() => toElements(html), [html]);
  return <div className={styles.body}>{body}</div>;
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
});
