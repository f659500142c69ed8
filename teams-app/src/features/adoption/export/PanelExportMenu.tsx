import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import type { PanelExportProps } from '../panel/PanelExport';
import { panelElementId } from '../panel/panelElementId';
import { panelTexts } from '../panel/panelTexts';
import { useOffPaper } from '../print/useOffPaper';
import { savePanelCsv, savePanelPicture } from './exportFiles';
import { exportTexts as texts } from './exportTexts';
import { SavedNotice, useSaving } from './SavedNotice';

/** What a panel can be taken along as, open from the start: it is loaded when somebody asks. */
export function PanelExportMenu({ name, title, shown, drawn }: PanelExportProps) {
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
