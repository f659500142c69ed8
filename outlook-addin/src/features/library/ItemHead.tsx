import { Button, Text } from '@fluentui/react-components';
import { ArrowLeftRegular, ThumbDislikeRegular } from '@fluentui/react-icons';
import type { LibraryItem } from '@last-mile/shared/library';
import { usePointingIcon } from '@last-mile/shared/ui';
import { useItemStyles } from './Item.styles';
import { itemTexts as texts } from './itemTexts';
import { libraryTexts } from './libraryTexts';

export interface ItemHeadProps {
  item: LibraryItem;
  /** The task it serves; '' for none. */
  taskName: string;
  titleId: string;
  onFlag: () => void;
  onBack: () => void;
}

/** What is open, the way back, and the thumb down for what is wrong with it. */
export function ItemHead({ item, taskName, titleId, onFlag, onBack }: ItemHeadProps) {
  const { kind, title, assistant } = item.content;
  const styles = useItemStyles();
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
      </div>
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
