import { MenuDivider, MenuItem } from '@fluentui/react-components';
import { copyText } from '../../../app/clipboard';
import { printPage } from '../../../app/printing';
import { toSubPageId } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { ShareMenu } from '../../../app/ShareMenu';
import { dashboardTexts as texts } from '../dashboardTexts';
import { charts, type DashboardView } from '../dashboardView';
import type { Shown } from '../panel/shown';
import { savePageCsv } from './exportFiles';
import { SavedNotice, useSaving } from '../../../app/SavedNotice';

export interface DashboardShareMenuProps {
  shown: Shown;
  view: DashboardView;
  onView: (view: DashboardView) => void;
}

/** The page's link, figures and paper form, open from the start: it is loaded when somebody asks. */
export function DashboardShareMenu({ shown, view, onView }: DashboardShareMenuProps) {
  const { shareLink } = useSession();
  const { said, attempt, save } = useSaving();
  const everyTable = view.tables.length === charts.length;

  /** The host shows the link where it can; else the address is what leads here. */
  const copyLink = async () => {
    const subPageId = toSubPageId({ page: 'dashboard', view });
    if (shareLink({ subPageId, label: shown.whole.programmeName })) return texts.linkShown;
    const copied = await copyText(window.location.href);
    return copied ? texts.linkCopied : texts.linkRefused;
  };

  return (
    <>
      <ShareMenu name={texts.takeAlong} size="small" defaultOpen>
        <MenuItem
          onClick={() => {
            attempt(copyLink);
          }}
        >
          {texts.copyLink}
        </MenuItem>
        <MenuItem
          onClick={() => {
            save(() => savePageCsv(shown));
          }}
        >
          {texts.everyFigure}
        </MenuItem>
        <MenuItem onClick={() => void printPage()}>{texts.print}</MenuItem>
        <MenuDivider />
        <MenuItem
          onClick={() => {
            onView({ ...view, tables: everyTable ? [] : charts });
          }}
        >
          {everyTable ? texts.noTables : texts.allTables}
        </MenuItem>
      </ShareMenu>
      <SavedNotice said={said} />
    </>
  );
}
