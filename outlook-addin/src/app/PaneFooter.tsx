import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import {
  ArrowClockwise16Regular,
  PersonFeedback16Regular,
  TextBulletListLtr16Regular,
} from '@fluentui/react-icons';
import { SampleDataBadge } from '@last-mile/shared/ui';
import { paneTexts as texts } from './paneTexts';

export interface PaneFooterProps {
  asOf: string;
  refreshing: boolean;
  sampleData: boolean;
  /** How many things wait on this device. */
  waiting: number;
  onRefresh: () => void;
  onFeedback: () => void;
  onMine: () => void;
}

/** As of when, what waits to be sent, and the way to say that something is wrong. */
export function PaneFooter(props: PaneFooterProps) {
  const styles = useStyles();
  return (
    <footer className={styles.root}>
      {props.waiting > 0 && (
        <Text size={200} className={styles.quiet} role="status">
          {texts.waiting(props.waiting)}
        </Text>
      )}
      <div className={styles.line}>
        <Button
          appearance="subtle"
          size="small"
          icon={<ArrowClockwise16Regular />}
          aria-label={`${props.asOf}. ${texts.refresh}`}
          title={texts.refresh}
          className={styles.asOf}
          disabledFocusable={props.refreshing}
          onClick={props.onRefresh}
        >
          {props.refreshing ? texts.refreshing : props.asOf}
        </Button>
        {props.sampleData && <SampleDataBadge />}
        <div className={styles.feedback}>
          <Button
            appearance="subtle"
            size="small"
            icon={<PersonFeedback16Regular />}
            onClick={props.onFeedback}
          >
            {texts.feedback}
          </Button>
          <Button
            appearance="subtle"
            size="small"
            icon={<TextBulletListLtr16Regular />}
            aria-label={texts.mine}
            title={texts.mine}
            onClick={props.onMine}
          />
        </div>
      </div>
    </footer>
  );
}

const useStyles = makeStyles({
  root: {
    position: 'sticky',
    insetBlockEnd: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBlockStartWidth: tokens.strokeWidthThin,
    borderBlockStartStyle: 'solid',
    borderBlockStartColor: tokens.colorNeutralStroke2,
  },
  line: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalXS,
  },
  feedback: { display: 'flex', flexShrink: 0 },
  asOf: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  quiet: {
    color: tokens.colorNeutralForeground3,
    paddingInline: tokens.spacingHorizontalS,
  },
});
