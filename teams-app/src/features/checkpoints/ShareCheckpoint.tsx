import { makeStyles, MenuItem, mergeClasses, tokens } from '@fluentui/react-components';
import type { Checkpoint, CheckpointDecision } from '@last-mile/shared/checkpoints';
import { download, fileName } from '../../app/download';
import { printPage } from '../../app/printing';
import { SavedNotice, useSaving } from '../../app/SavedNotice';
import { useSession } from '../../app/session';
import { ShareMenu } from '../../app/ShareMenu';
import { useOffPaper } from '../../app/useOffPaper';
import { checkpointsTexts as texts } from './checkpointsTexts';
import { deckOf } from './powerPoint/deck';

export interface ShareCheckpointProps {
  checkpoint: Checkpoint;
  decisions: readonly CheckpointDecision[];
}

/** The checkpoint on paper, or as a few slides. */
export function ShareCheckpoint({ checkpoint, decisions }: ShareCheckpointProps) {
  const styles = useStyles();
  const offPaper = useOffPaper();
  const { programme, formats } = useSession();
  const { said, save } = useSaving();
  const savePowerPoint = async () => {
    const { writePowerPoint } = await import('./powerPoint/writePowerPoint');
    const saved = fileName([programme.name, texts.day(checkpoint.day)], 'pptx');
    download(await writePowerPoint(deckOf(checkpoint, decisions, programme, formats)), saved);
    return saved;
  };
  return (
    <div className={mergeClasses(styles.root, offPaper)}>
      <SavedNotice said={said} />
      <ShareMenu name={texts.share}>
        <MenuItem
          onClick={() => {
            save(savePowerPoint);
          }}
        >
          {texts.powerPoint}
        </MenuItem>
        <MenuItem onClick={() => void printPage()}>{texts.print}</MenuItem>
      </ShareMenu>
    </div>
  );
}

const useStyles = makeStyles({
  // At the end of its line, with what is said before it.
  root: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    marginInlineStart: 'auto',
  },
});
