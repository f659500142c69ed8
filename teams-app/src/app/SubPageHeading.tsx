import { makeStyles, Text, Title3, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { usePointingIcon } from '@last-mile/shared/ui';
import { LinkButton } from './LinkButton';

export interface SubPageHeadingProps {
  /** Where the page was opened from. */
  backHref: string;
  back: string;
  title: string;
  subtitle: string;
}

/** The head of a page inside another one: the way back, and what the page is for. */
export function SubPageHeading({ backHref, back, title, subtitle }: SubPageHeadingProps) {
  const styles = useStyles();
  const pointing = usePointingIcon();
  return (
    <>
      <div className={styles.back}>
        <LinkButton
          href={backHref}
          appearance="subtle"
          icon={<ArrowLeftRegular className={pointing} />}
        >
          {back}
        </LinkButton>
      </div>
      <div>
        <Title3 as="h1" block>
          {title}
        </Title3>
        <Text className={styles.subtitle}>{subtitle}</Text>
      </div>
    </>
  );
}

const useStyles = makeStyles({
  back: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalM})` },
  subtitle: { color: tokens.colorNeutralForeground2 },
});
