import { makeStyles, mergeClasses, Text, Title3, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { usePointingIcon } from '@last-mile/shared/ui';
import type { ReactNode } from 'react';
import { LinkButton } from './LinkButton';

export interface SubPageProps {
  /** Where the page was opened from; left out for a page that stands beside others. */
  backHref?: string;
  back?: string;
  title: string;
  subtitle: string;
  /** Gives cards and tables more room than text and fields need. @default false */
  wide?: boolean;
  /** How far the parts of the page stand apart. @default 'XL' */
  gap?: 'L' | 'XL' | 'XXL';
  children: ReactNode;
}

/** A page inside another one: the way back, what the page is for, and its parts below each other. */
export function SubPage({
  backHref,
  back,
  title,
  subtitle,
  wide = false,
  gap = 'XL',
  children,
}: SubPageProps) {
  const styles = useStyles();
  const pointing = usePointingIcon();
  return (
    <div className={mergeClasses(styles.root, wide && styles.wide, styles[gap])}>
      {backHref !== undefined && (
        <div className={styles.back}>
          <LinkButton
            href={backHref}
            appearance="subtle"
            icon={<ArrowLeftRegular className={pointing} />}
          >
            {back}
          </LinkButton>
        </div>
      )}
      <div>
        <Title3 as="h1" block>
          {title}
        </Title3>
        <Text className={styles.subtitle}>{subtitle}</Text>
      </div>
      {children}
    </div>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', maxWidth: '800px' },
  wide: { maxWidth: '1000px' },
  L: { gap: tokens.spacingVerticalL },
  XL: { gap: tokens.spacingVerticalXL },
  XXL: { gap: tokens.spacingVerticalXXL },
  back: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalM})` },
  subtitle: { color: tokens.colorNeutralForeground2 },
});
