import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { lazy, Suspense, useState, type RefObject } from 'react';
import { useOffPaper } from '../print/useOffPaper';
import type { DrawnChart } from './drawnChart';
import type { PanelName } from './panelName';
import { panelTexts as texts } from './panelTexts';
import type { Shown } from './shown';

const PanelExportMenu = lazy(async () => ({
  default: (await import('../export/PanelExportMenu')).PanelExportMenu,
}));

export interface PanelExportProps {
  name: PanelName;
  title: string;
  shown: Shown;
  drawn: RefObject<DrawnChart | null>;
}

/** Takes a panel's figures along; what does it is loaded when somebody asks. */
export function PanelExport(props: PanelExportProps) {
  const offPaper = useOffPaper();
  const [asked, setAsked] = useState(false);
  const button = (
    <Button
      appearance="subtle"
      size="small"
      icon={<ArrowDownloadRegular />}
      aria-label={texts.export(props.title)}
      aria-haspopup="menu"
      aria-expanded={false}
      className={offPaper}
      onClick={() => {
        setAsked(true);
      }}
    />
  );
  if (!asked) return button;
  return (
    <Suspense fallback={button}>
      <PanelExportMenu {...props} />
    </Suspense>
  );
}
