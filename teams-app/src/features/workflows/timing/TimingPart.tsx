import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Text,
} from '@fluentui/react-components';
import { LoadingRows, refusalInWords } from '@last-mile/shared/ui';
import type { WorkflowMap } from '@last-mile/shared/workflows';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../../app/Loaded';
import { useSession } from '../../../app/session';
import { BoardPart } from '../board/BoardPart';
import { familyName } from '../familyName';
import { isAsked } from './isAsked';
import { TimingFigures } from './TimingFigures';
import { TimingForm } from './TimingForm';
import { timingQueries } from './timingQueries';
import { timingTexts as texts } from './timingTexts';
import { useUnsentTimings } from './useUnsentTimings';

/** How long does the task take those who do it, and how long does it take me? */
export function TimingPart({ map }: { map: WorkflowMap }) {
  const { api, me, programme, queue } = useSession();
  const query = useQuery(timingQueries.form(api));
  const unsent = useUnsentTimings();
  if (map.steps.length === 0) return null;
  const loading = <LoadingRows label={texts.loading} rows={3} />;
  const here = unsent?.filter(({ request }) => request.workflowKey === map.clientKey) ?? [];
  return (
    <BoardPart title={texts.title}>
      <Text>{texts.selfReported}</Text>
      {here.map(
        ({ request, refusal }) =>
          refusal !== null && (
            <MessageBar key={request.clientKey} intent="warning" layout="multiline">
              <MessageBarBody>{texts.refused(refusalInWords(refusal))}</MessageBarBody>
              <MessageBarActions>
                <Button onClick={() => void queue.discardRefused(request.clientKey)}>
                  {texts.forget}
                </Button>
              </MessageBarActions>
            </MessageBar>
          ),
      )}
      <Loaded query={query} loading={loading}>
        {({ point, own, timings }) => {
          const figures = timings.find(({ workflowKey }) => workflowKey === map.clientKey);
          const answered = own.find(({ workflowKey }) => workflowKey === map.clientKey);
          const last = here.filter(({ request }) => request.point === point).at(-1);
          const before =
            last !== undefined
              ? { steps: last.request.steps, stand: 'waits' as const }
              : answered !== undefined
                ? { steps: answered.steps, stand: 'answered' as const }
                : null;
          return (
            <>
              {point !== null &&
                (isAsked(map, me) ? (
                  unsent === undefined ? (
                    loading
                  ) : (
                    <TimingForm map={map} point={point} before={before} />
                  )
                ) : (
                  <Text>{texts.askedOf(familyName(programme, map.jobFamily))}</Text>
                ))}
              {figures !== undefined && <TimingFigures map={map} timings={figures} />}
            </>
          );
        }}
      </Loaded>
    </BoardPart>
  );
}
