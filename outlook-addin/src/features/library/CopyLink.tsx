import { Button, Link, Text } from '@fluentui/react-components';
import { CheckmarkRegular, LinkRegular } from '@fluentui/react-icons';
import { useItemStyles } from './Item.styles';
import { itemTexts as texts } from './itemTexts';

export interface CopyLinkProps {
  copied: boolean;
  onCopy: () => void;
}

/** Copies the link that opens the item in the tab in Teams. */
export function CopyLink({ copied, onCopy }: CopyLinkProps) {
  return (
    <Button
      appearance="subtle"
      size="small"
      icon={copied ? <CheckmarkRegular /> : <LinkRegular />}
      aria-label={texts.copyLink}
      title={texts.copyLink}
      onClick={onCopy}
    />
  );
}

/** Whether it is copied; where copying is refused, the link itself. */
export function CopyLinkOutcome({ link, copied }: { link: string; copied: boolean | undefined }) {
  const styles = useItemStyles();
  return (
    <Text size={200} className={styles.quiet} role="status">
      {copied === true && texts.linkCopied}
      {copied === false && (
        <>
          {texts.linkRefused}{' '}
          <Link inline href={link} target="_blank" rel="noreferrer">
            {texts.openInTeams}
          </Link>
        </>
      )}
    </Text>
  );
}
