import {
  makeStyles,
  MenuItem,
  mergeClasses,
  ToggleButton,
  tokens,
} from '@fluentui/react-components';
import { TableRegular } from '@fluentui/react-icons/svg/table';
import { useMemo, useState } from 'react';
import { printPage } from '../../../app/printing';
import { SavedNotice, useSaving } from '../../../app/SavedNotice';
import { useSession } from '../../../app/session';
import { ShareMenu } from '../../../app/ShareMenu';
import { useOffPaper } from '../../../app/useOffPaper';
import { BoardPart } from '../board/BoardPart';
import { workflowsTexts as texts } from '../workflowsTexts';
import { MapPicture } from './MapPicture';
import { MapTable } from './MapTable';
import { saveDrawing, saveImage } from './pictureFile';
import { pictureWords, type PicturedMap } from './pictureWords';

/** The map at one glance, or as a table, to print and to take along. */
export function PicturePart({ map }: { map: PicturedMap }) {
  const styles = useStyles();
  const offPaper = useOffPaper();
  const { formats } = useSession();
  const { said, save } = useSaving();
  const [asTable, setAsTable] = useState(false);
  const words = useMemo(() => pictureWords(map, formats), [map, formats]);
  if (map.steps.length === 0) return null;
  return (
    <BoardPart title={texts.picture}>
      <div className={mergeClasses(styles.actions, offPaper)}>
        <ToggleButton
          size="small"
          icon={<TableRegular />}
          checked={asTable}
          onClick={() => {
            setAsTable(!asTable);
          }}
        >
          {texts.asTable}
        </ToggleButton>
        <ShareMenu name={texts.takeAlong} size="small">
          <MenuItem
            onClick={() => {
              save(() => saveImage(words));
            }}
          >
            {texts.saveImage}
          </MenuItem>
          <MenuItem
            onClick={() => {
              save(() => saveDrawing(words));
            }}
          >
            {texts.saveDrawing}
          </MenuItem>
          <MenuItem onClick={() => void printPage()}>{texts.print}</MenuItem>
        </ShareMenu>
        <SavedNotice said={said} />
      </div>
      {asTable ? <MapTable map={map} /> : <MapPicture words={words} />}
    </BoardPart>
  );
}

const useStyles = makeStyles({
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
});
