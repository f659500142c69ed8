import { Button, Text } from '@fluentui/react-components';
import { ArrowLeftRegular, ThumbDislikeRegular } from '@fluentui/react-icons';
import { tabLink, type TabAddress } from '@last-mile/shared/feedback';
import type { LibraryItem } from '@last-mile/shared/library';
import { usePointingIcon } from '@last-mile/shared/ui';
import { useState } from 'react';
import { CopyLink, CopyLinkOutcome } from './CopyLink';
import { copyText } from './copyText';
import { useItemStyles } from './Item.styles';
import { itemTexts as texts } from './itemTexts';
import { libraryTexts } from './libraryTexts';

export interface ItemHeadProps {
  item: LibraryItem;
  /** The task it serves; '' for none. */
  taskName: string;
  titleId: string;
  tab: TabAddress | null;
  onFlag: () => void;
  onBack: () => void;
}

/** What is open, the way back, its link, and the thumb down for what is wrong with it. */
export function ItemHead({ item, taskName, titleId, tab, onFlag, onBack }: ItemHeadProps) {
  const { kind, title, assistant } = item.content;
  const styles = useItemStyles();
  const link = tab && tabLink(tab, `library/${item.clientKey}`);
  const [copied, setCopied] = useState<boolean>();
  return (
    <header className={styles.head}>
      <Button
        appearance="subtle"
        size="small"
        icon={<ArrowLeftRegular className={usePointingIcon()} />}
        aria-label={libraryTexts.back}
        title={libraryTexts.back}
        onClick={onBack}
      />
      <div className={styles.titles}>
        <h1 id={titleId} className={styles.title}>
          {title}
        </h1>
        <Text size={200} className={styles.quiet}>
          {[taskName, assistant === null ? '' : texts.usedIn(assistant)]
            .filter((part) => part !== '')
            .join(' · ')}
        </Text>
        {link !== null && <CopyLinkOutcome link={link} copied={copied} />}
      </div>
      {link !== null && (
        <CopyLink
          copied={copied === true}
          onCopy={() => {
            void copyText(link)
              .then(
                () => true,
                () => false,
              )
              .then(setCopied);
          }}
        />
      )}
      <Button
        appearance="subtle"
        size="small"
        icon={<ThumbDislikeRegular />}
        aria-label={texts.flag[kind]}
        title={texts.flag[kind]}
        onClick={onFlag}
      />
    </header>
  );
}
