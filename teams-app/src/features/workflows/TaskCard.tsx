import { Badge, Caption1, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { gapsIn, mapTotals, type WorkflowMap } from '@last-mile/shared/workflows';
import { toHref } from '../../app/routes';
import { useSession } from '../../app/session';
import { familyName } from './familyName';
import { totalsLine } from './totalsInWords';
import { workflowsTexts as texts } from './workflowsTexts';

/** One task in the list: whose it is, what it adds up to, and what its map lacks. */
export function TaskCard({ map }: { map: WorkflowMap }) {
  const styles = useStyles();
  const { formats, programme } = useSession();
  const gaps = gapsIn(map);
  return (
    <li className={styles.root}>
      <Link href={toHref({ page: 'workflow', clientKey: map.clientKey })} className={styles.task}>
        {map.task}
      </Link>
      <Caption1 className={styles.quiet}>{familyName(programme, map.jobFamily)}</Caption1>
      {map.steps.length > 0 && <Text>{totalsLine(mapTotals(map.steps), formats)}</Text>}
      <div className={styles.stand}>
        {map.toolDecision !== null && (
          <Badge appearance="tint" color="brand">
            {texts.tool(map.toolDecision.tool)}
          </Badge>
        )}
        {gaps.length === 0 ? (
          <Badge appearance="tint" color="success">
            {texts.mapped}
          </Badge>
        ) : (
          <Caption1>{texts.missing(gaps.map((gap) => texts.gaps[gap]).join(', '))}</Caption1>
        )}
      </div>
    </li>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    minWidth: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  task: { alignSelf: 'flex-start', fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  stand: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginTop: 'auto',
    paddingTop: tokens.spacingVerticalXS,
  },
});
