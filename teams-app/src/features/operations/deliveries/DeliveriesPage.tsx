import { LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { AdminsOnly } from '../../../app/AdminsOnly';
import { Loaded } from '../../../app/Loaded';
import type { OperationsPageProps } from '../operationsPage';
import { operationsQueries } from '../operationsQueries';
import { DeliveriesNow } from './DeliveriesNow';
import { deliveriesTexts as texts } from './deliveriesTexts';

/** Whether everything people wrote is in SharePoint, and what to do where it is not. */
export function DeliveriesPage({ me, api, formats }: OperationsPageProps) {
  const mayLook = me.roles.includes('Admin');
  const deliveries = useQuery({ ...operationsQueries.deliveries(api), enabled: mayLook });
  return (
    <AdminsOnly me={me} title={texts.title} subtitle={texts.subtitle} wide gap="L">
      <Loaded query={deliveries} loading={<LoadingRows label={texts.loading} rows={4} />}>
        {(now) => <DeliveriesNow {...{ now, api, formats }} />}
      </Loaded>
    </AdminsOnly>
  );
}
