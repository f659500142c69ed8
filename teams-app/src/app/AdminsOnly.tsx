import { Text } from '@fluentui/react-components';
import type { MeResponse } from '@last-mile/shared/programme';
import { adminsOnlyTexts as texts } from './adminsOnlyTexts';
import { toHref } from './routes';
import { SubPage, type SubPageProps } from './SubPage';

export interface AdminsOnlyProps extends Omit<SubPageProps, 'back' | 'backHref'> {
  me: Pick<MeResponse, 'roles'>;
}

/** A page for people who have the role Admin; everybody else is told whose it is. */
export function AdminsOnly({ me, children, ...page }: AdminsOnlyProps) {
  return (
    <SubPage {...page} backHref={toHref({ page: 'me' })} back={texts.back}>
      {me.roles.includes('Admin') ? children : <Text>{texts.forAdmins}</Text>}
    </SubPage>
  );
}
