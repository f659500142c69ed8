import {
  Button,
  Caption1,
  Checkbox,
  Link,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { LentItem } from '@last-mile/shared/library';
import { useState } from 'react';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { libraryTexts } from '../libraryTexts';
import { TemplateText } from '../../../app/TemplateText';
import { copyTexts as texts } from './copyTexts';

export interface LentRowProps {
  item: LentItem;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
}

/** An item that may be copied: what it is, what of the own library is like it, and its text. */
export function LentRow({ item, chosen, onChoose }: LentRowProps) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const { title, purpose, kind, task, jobFamilies, body } = item;
  const facts = [
    libraryTexts.kinds[kind],
    ...(task === null ? [] : [texts.forTask(task.name)]),
    jobFamilies.length === 0
      ? libraryTexts.forEveryone
      : jobFamilies.map(({ name }) => name).join(', '),
  ];
  return (
    <li className={styles.root}>
      <Checkbox
        label={{ children: title, className: styles.title }}
        checked={chosen}
        onChange={(_, { checked }) => {
          onChoose(checked === true);
        }}
      />
      <div className={styles.about}>
        {purpose !== '' && <Text className={styles.purpose}>{purpose}</Text>}
        <Caption1 className={styles.facts}>{facts.join(' · ')}</Caption1>
        <OwnLike item={item} />
        <div>
          <Button
            size="small"
            appearance="subtle"
            aria-expanded={open}
            aria-label={open ? texts.hideTextOf(title) : texts.showTextOf(title)}
            onClick={() => {
              setOpen(!open);
            }}
          >
            {open ? texts.hideText : texts.showText}
          </Button>
        </div>
        {open &&
          (kind === 'template' ? (
            <TemplateText html={body} />
          ) : (
            <Text className={styles.text}>{body}</Text>
          ))}
      </div>
    </li>
  );
}

/** What the own library has of it, or like it. */
function OwnLike({ item: { copy, version, like } }: Pick<LentRowProps, 'item'>) {
  const { formats } = useSession();
  const own = copy ?? like;
  if (own === null) return null;
  const said =
    copy === null
      ? texts.likeOurs(formats.percent(like?.likeness ?? 0))
      : copy.version === version
        ? texts.copyAlready
        : texts.copyOlder;
  return (
    <Caption1>
      {said}{' '}
      <Link inline href={toHref({ page: 'libraryItem', clientKey: own.clientKey })}>
        {copy === null ? like?.title : texts.openCopy}
      </Link>
    </Caption1>
  );
}

const useStyles = makeStyles({
  root: { paddingBlock: tokens.spacingVerticalS, overflowWrap: 'anywhere' },
  title: { fontWeight: tokens.fontWeightSemibold },
  about: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    paddingInlineStart: tokens.spacingHorizontalXXXL,
  },
  purpose: { whiteSpace: 'pre-wrap' },
  facts: { color: tokens.colorNeutralForeground2 },
  text: { whiteSpace: 'pre-wrap' },
});
