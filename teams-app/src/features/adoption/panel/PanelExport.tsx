import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { lazy, Suspense, useState } from 'react';
import type { PanelExportMenuProps } from '../export/PanelExportMenu';
import { useOffPaper } from '../../../app/useOffPaper';
import { panelTexts as texts } from './panelTexts';

const PanelExportMenu = lazy(async () => ({
  default: (await import('../export/PanelExportMenu')).PanelExportMenu,
}));

/** Takes a panel's figures along; what does it is loaded when somebody asks. */
export function PanelExport(props: PanelExportMenuProps) {
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
