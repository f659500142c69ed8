import { Link, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import type { WorkflowMap } from '@last-mile/shared/workflows';
import { useQuery } from '@tanstack/react-query';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { isAsked } from './isAsked';
import { timingQueries } from './timingQueries';
import { timingTexts as texts } from './timingTexts';
import { useUnsentTimings } from './useUnsentTimings';

/** Which tasks shall I time now? Nothing where none is asked, or all are timed. */
export function TasksToTime({ maps }: { maps: readonly WorkflowMap[] }) {
  const styles = useStyles();
  const { api, me } = useSession();
  const { data } = useQuery(timingQueries.form(api));
  const unsent = useUnsentTimings();
  if (data === undefined || data.point === null || unsent === undefined) return null;
  const timed = new Set([
    ...data.own.map(({ workflowKey }) => workflowKey),
    ...unsent
      .filter(({ request, refusal }) => refusal === null && request.point === data.point)
      .map(({ request }) => request.workflowKey),
  ]);
  const toTime = maps.filter((map) => isAsked(map, me) && !timed.has(map.clientKey));
  if (toTime.length === 0) return null;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        {texts.notices(texts.asks[data.point])}
        <ul className={styles.tasks} aria-label={texts.noticesLabel}>
          {toTime.map(({ clientKey, task }) => (
            <li key={clientKey}>
              <Link inline href={toHref({ page: 'workflow', clientKey })}>
                {task}
              </Link>
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}

const useStyles = makeStyles({
  tasks: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});
