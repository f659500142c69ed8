import {
  Button,
  makeStyles,
  mergeClasses,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Subtitle2,
  tokens,
} from '@fluentui/react-components';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import type { ReactNode } from 'react';
import { adoptionTexts as texts } from './adoptionTexts';

export interface PanelProps {
  title: string;
  /** What the figures mean, behind an ⓘ. */
  definition?: string;
  /** At the right of the title. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** One question's answer on the dashboard, with its title and the definition of its figures. */
export function Panel({ title, definition, aside, className, children }: PanelProps) {
  const styles = useStyles();
  return (
    <section aria-label={title} className={mergeClasses(styles.root, className)}>
      <div className={styles.head}>
        <Subtitle2 as="h2">{title}</Subtitle2>
        {definition !== undefined && <Definition of={title} words={definition} />}
        {aside !== undefined && <div className={styles.aside}>{aside}</div>}
      </div>
      {children}
    </section>
  );
}

function Definition({ of, words }: { of: string; words: string }) {
  const styles = useStyles();
  return (
    <Popover withArrow trapFocus positioning="below-start">
      <PopoverTrigger disableButtonEnhancement>
        <Button
          appearance="transparent"
          size="small"
          icon={<InfoRegular />}
          aria-label={texts.about(of)}
        />
      </PopoverTrigger>
      <PopoverSurface className={styles.words} aria-label={texts.about(of)} tabIndex={-1}>
        {words}
      </PopoverSurface>
    </Popover>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL} ${tokens.spacingVerticalXL}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 640px)': { paddingInline: tokens.spacingHorizontalL },
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', minHeight: '32px' },
  aside: { marginInlineStart: 'auto' },
  words: { maxWidth: 'min(40ch, 80vw)' },
});
