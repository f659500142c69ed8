import { InfoButton, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { overviewTexts as texts } from './overviewTexts';

export interface OverviewSectionProps {
  title: string;
  /** What is counted, behind an ⓘ. */
  definition: string;
  /** At the right of the title. */
  aside?: ReactNode;
  children: ReactNode;
}

/** One question's answer: its title, what is counted, and the answer. */
export function OverviewSection({ title, definition, aside, children }: OverviewSectionProps) {
  const styles = useStyles();
  return (
    <section className={styles.root}>
      <div className={styles.head}>
        <Subtitle2 as="h2" className={styles.title}>
          {title}
        </Subtitle2>
        <InfoButton info={definition} aria-label={texts.about(title)} />
        <div className={styles.aside}>{aside}</div>
      </div>
      {children}
    </section>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
  },
  title: { margin: 0 },
  aside: { marginInlineStart: 'auto' },
});
