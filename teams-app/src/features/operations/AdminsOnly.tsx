import { Text } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { toHref } from '../../app/routes';
import { SubPage } from '../../app/SubPage';
import type { OperationsPageProps } from './operationsPage';
import { operationsTexts as texts } from './operationsTexts';

export interface AdminsOnlyProps extends Pick<OperationsPageProps, 'me'> {
  title: string;
  subtitle: string;
  children: ReactNode;
}

/** A page for people who have the role Admin; everybody else is told whose it is. */
export function AdminsOnly({ me, title, subtitle, children }: AdminsOnlyProps) {
  return (
    <SubPage
      backHref={toHref({ page: 'me' })}
      back={texts.back}
      {...{ title, subtitle }}
      wide
      gap="L"
    >
      {me.roles.includes('Admin') ? children : <Text>{texts.forAdmins}</Text>}
    </SubPage>
  );
}
