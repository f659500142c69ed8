import {
  Link,
  makeStyles,
  mergeClasses,
  Subtitle2,
  Text,
  tokens,
} from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import type { DashboardResponse } from '@last-mile/shared/adoption';
import { usePointingIcon } from '@last-mile/shared/ui';
import { toHref } from '../../../app/routes';
import { Definition } from '../../../app/figures/Definition';
import { usePanelStyles } from '../panel/Panel';
import { panelElementId } from '../panel/panelElementId';
import { useOffPaper } from '../../../app/useOffPaper';
import type { DashboardReading } from '../weekReading';
import { needsOf, type Need } from './needsOf';
import { needsTexts as texts } from './needsTexts';

export interface NeedsYouProps {
  dashboard: DashboardResponse;
  reading: Pick<DashboardReading, 'decay'>;
}

/** Answers "What should I do this week?" for a champion, with a link to each place to do it. */
export function NeedsYou({ dashboard, reading }: NeedsYouProps) {
  const styles = useStyles();
  const pointing = usePointingIcon();
  const panel = usePanelStyles();
  const offPaper = useOffPaper();
  const needs = needsOf(dashboard, reading);
  return (
    <section aria-label={texts.title} className={mergeClasses(panel.root, offPaper)}>
      <div className={panel.head}>
        <Subtitle2 as="h2">{texts.title}</Subtitle2>
        <Definition of={texts.title} words={texts.definition} />
      </div>
      {needs.length === 0 ? (
        <Text className={styles.need}>
          <CheckmarkCircleRegular className={styles.icon} aria-hidden />
          {texts.nothing}
        </Text>
      ) : (
        <ul className={styles.list}>
          {needs.map((need) => (
            <li key={need.words} className={styles.need}>
              {need.urgent ? (
                <ErrorCircleRegular className={styles.urgent} aria-hidden />
              ) : (
                <ChevronRightRegular className={mergeClasses(styles.icon, pointing)} aria-hidden />
              )}
              <Way need={need} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Way({ need: { words, to } }: { need: Need }) {
  if ('page' in to) return <Link href={toHref(to)}>{words}</Link>;
  return (
    <Link
      as="button"
      onClick={() => {
        const panel = document.getElementById(panelElementId(to.panel));
        panel?.scrollIntoView();
        panel?.focus({ preventScroll: true });
      }}
    >
      {words}
    </Link>
  );
}

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  need: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  icon: {
    flexShrink: 0,
    fontSize: tokens.fontSizeBase500,
    color: tokens.colorNeutralForeground3,
  },
  urgent: {
    flexShrink: 0,
    fontSize: tokens.fontSizeBase500,
    color: tokens.colorStatusDangerForeground3,
  },
});
