import { Button } from '@fluentui/react-components';
import { ShareRegular } from '@fluentui/react-icons/svg/share';
import { lazy, Suspense, useState } from 'react';
import { dashboardTexts as texts } from './dashboardTexts';
import type { DashboardShareMenuProps } from './export/DashboardShareMenu';

const DashboardShareMenu = lazy(async () => ({
  default: (await import('./export/DashboardShareMenu')).DashboardShareMenu,
}));

/** Passes the page on: its link, its figures, or on paper. What does it is loaded when somebody asks. */
export function DashboardShare(props: DashboardShareMenuProps) {
  const [asked, setAsked] = useState(false);
  const button = (
    <Button
      size="small"
      icon={<ShareRegular />}
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={() => {
        setAsked(true);
      }}
    >
      {texts.takeAlong}
    </Button>
  );
  if (!asked) return button;
  return (
    <Suspense fallback={button}>
      <DashboardShareMenu {...props} />
    </Suspense>
  );
}
