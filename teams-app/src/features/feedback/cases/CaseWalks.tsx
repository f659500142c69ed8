import {
  Badge,
  Button,
  Caption1,
  Caption1Strong,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { CaseWalk } from '@last-mile/shared/feedback';
import { useId, useState } from 'react';
import { useSession } from '../../../app/session';
import { stateColors } from './caseInWords';
import { casesTexts as texts } from './casesTexts';

/** As many as tell how it stands now, and how it stood before. */
const shownFirst = 2;

/** Who walked a case when, on which version, and what they saw; the newest first. */
export function CaseWalks({ walks }: { walks: readonly CaseWalk[] }) {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const titleId = useId();
  const shown = all ? walks : walks.slice(0, shownFirst);
  const more = walks.length - shown.length;
  return (
    <div>
      <Caption1Strong id={titleId} className={styles.quiet}>
        {texts.walks}
      </Caption1Strong>
      {walks.length === 0 ? (
        <Text block>{texts.noWalks}</Text>
      ) : (
        <ul aria-labelledby={titleId} className={styles.list}>
          {shown.map((walk) => (
            <Walk key={walk.clientKey} walk={walk} />
          ))}
        </ul>
      )}
      {more > 0 && (
        <Button
          size="small"
          appearance="subtle"
          onClick={() => {
            setAll(true);
          }}
        >
          {texts.moreWalks(more)}
        </Button>
      )}
    </div>
  );
}

function Walk({ walk }: { walk: CaseWalk }) {
  const styles = useStyles();
  const { formats } = useSession();
  const { version, outcome, note, walkedBy, walkedAt, delivered } = walk;
  return (
    <li className={styles.walk}>
      <div className={styles.facts}>
        <Text>{texts.version(version)}</Text>
        <Badge
          appearance="outline"
          color={outcome === 'unclear' ? 'informative' : stateColors[outcome]}
        >
          {texts.outcomes[outcome]}
        </Badge>
        <Caption1 className={styles.quiet}>
          {texts.walkedBy(walkedBy.name ?? texts.somebody, formats.moment(walkedAt))}
          {!delivered && ` · ${texts.delivering}`}
        </Caption1>
      </div>
      {note !== null && <Text className={styles.note}>{note}</Text>}
    </li>
  );
}

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  walk: {
    display: 'flex',
    flexDirection: 'column',
    paddingBlock: tokens.spacingVerticalXS,
    ':not(:last-child)': {
      borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    },
  },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
  },
  note: { whiteSpace: 'pre-wrap', maxWidth: '80ch' },
});
