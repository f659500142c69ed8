import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import type { RefObject } from 'react';
import type { DrawnChart } from '../panel/drawnChart';
import { panelElementId } from '../panel/panelElementId';
import type { PanelName } from '../panel/panelName';
import { panelTexts } from '../panel/panelTexts';
import type { Shown } from '../panel/shown';
import { useOffPaper } from '../../../app/useOffPaper';
import { savePanelCsv, savePanelPicture } from './exportFiles';
import { exportTexts as texts } from './exportTexts';
import { SavedNotice, useSaving } from '../../../app/SavedNotice';

export interface PanelExportMenuProps {
  name: PanelName;
  title: string;
  shown: Shown;
  drawn: RefObject<DrawnChart | null>;
}

/** What a panel can be taken along as, open from the start: it is loaded when somebody asks. */
export function PanelExportMenu({ name, title, shown, drawn }: PanelExportMenuProps) {
  const offPaper = useOffPaper();
  const { said, save } = useSaving();
  return (
    <>
      <Menu defaultOpen>
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            size="small"
            icon={<ArrowDownloadRegular />}
            aria-label={panelTexts.export(title)}
            className={offPaper}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem
              onClick={() => {
                save(() => savePanelCsv(name, shown));
              }}
            >
              {texts.csv}
            </MenuItem>
            <MenuItem
              onClick={() => {
                const styled = document.getElementById(panelElementId(name)) ?? document.body;
                save(() => savePanelPicture(name, shown, drawn.current, styled));
              }}
            >
              {texts.picture}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <SavedNotice said={said} />
    </>
  );
}
