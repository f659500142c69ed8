import { Button, makeStyles, Text } from '@fluentui/react-components';
import { operationsClient } from '@last-mile/shared/client';
import type { DeliveriesResponse, ReplayRequest } from '@last-mile/shared/operations';
import { failureInWords, Notice } from '@last-mile/shared/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { DataTable } from '../../../app/DataTable';
import { FailureNotice } from '../../../app/FailureNotice';
import { bullets } from '../../../app/panel';
import type { OperationsPageProps } from '../operationsPage';
import { operationsQueries } from '../operationsQueries';
import { deliveriesTexts as texts } from './deliveriesTexts';

export interface DeliveriesNowProps extends Pick<OperationsPageProps, 'api' | 'formats'> {
  now: DeliveriesResponse;
}

const columns = [
  { key: 'list', title: texts.list },
  { key: 'reason', title: texts.reason },
  { key: 'at', title: texts.at },
  { key: 'act', title: texts.act },
];

/** What waits, what was refused, and the button that tries it again. */
export function DeliveriesNow({ now, api, formats }: DeliveriesNowProps) {
  const styles = useStyles();
  const queries = useQueryClient();
  const replaying = useMutation({
    mutationFn: (items: ReplayRequest['items']) => operationsClient(api).replay({ items }),
    onSuccess: () => queries.invalidateQueries(operationsQueries.deliveries(api)),
  });
  const again = (items: ReplayRequest['items'], label: string, name?: string) => (
    <Button
      disabledFocusable={replaying.isPending}
      {...(name === undefined ? {} : { 'aria-label': name })}
      onClick={() => {
        replaying.mutate(items);
      }}
    >
      {label}
    </Button>
  );
  return (
    <>
      <Notice intent={now.health === 'well' ? 'info' : 'warning'}>
        {texts.health[now.health]}
      </Notice>
      <ul className={styles.figures}>
        <li>{texts.waiting(formats.number(now.waiting))}</li>
        {now.oldestWaitingAt !== null && (
          <li>{texts.oldest(formats.moment(now.oldestWaitingAt))}</li>
        )}
        <li>{texts.parked(formats.number(now.parked))}</li>
      </ul>
      <div role="status">
        {replaying.isSuccess && texts.replayed(replaying.data.replayed)}
        {replaying.isError && (
          <FailureNotice title={texts.notReplayed}>{failureInWords(replaying.error)}</FailureNotice>
        )}
      </div>
      {now.items.length > 0 && (
        <>
          <Text>{texts.whatToDo}</Text>
          <div>{again(null, texts.allAgain)}</div>
          <DataTable
            caption={texts.tableCaption}
            columns={columns}
            rows={now.items.map(({ list, clientKey, reason, acceptedAt }) => ({
              key: `${list}/${clientKey}`,
              cells: [
                list,
                reason,
                formats.moment(acceptedAt),
                again([{ list, clientKey }], texts.again, texts.againNamed(list, clientKey)),
              ],
            }))}
          />
          {now.parked > now.items.length && (
            <Text>{texts.more(formats.number(now.items.length))}</Text>
          )}
        </>
      )}
    </>
  );
}

const useStyles = makeStyles({ figures: bullets });
