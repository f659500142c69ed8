import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { usePointingIcon } from '@last-mile/shared/ui';
import type { ReactNode } from 'react';

export interface FeedbackHeadProps {
  titleId: string;
  back: string;
  onBack: () => void;
  children: ReactNode;
}

/** The title of a page that lies over the library, and the way back to it. */
export function FeedbackHead({ titleId, back, onBack, children }: FeedbackHeadProps) {
  const styles = useStyles();
  return (
    <header className={styles.head}>
      <Button
        appearance="subtle"
        size="small"
        icon={<ArrowLeftRegular className={usePointingIcon()} />}
        aria-label={back}
        title={back}
        onClick={onBack}
      />
      <h1 id={titleId} className={styles.title}>
        {children}
      </h1>
    </header>
  );
}

const useStyles = makeStyles({
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalS,
    borderBlockEndWidth: tokens.strokeWidthThin,
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke2,
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
});
