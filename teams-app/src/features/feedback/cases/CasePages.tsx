import type { Route } from '../../../app/routes';
import { AssistantChangesPage } from './AssistantChangesPage';
import { CaseBookPage } from './CaseBookPage';
import { CasesPage } from './CasesPage';
import { NewCasePage } from './NewCasePage';
import { WalkPage } from './WalkPage';

export interface CasePagesProps {
  route: Extract<
    Route,
    { page: 'caseBook' | 'caseWalk' | 'newCase' | 'cases' | 'assistantChanges' }
  >;
}

/** The pages of cases, fetched together: who opens one goes on to another. */
export function CasePages({ route }: CasePagesProps) {
  switch (route.page) {
    case 'caseBook':
      return <CaseBookPage itemKey={route.itemKey} />;
    case 'caseWalk':
      return <WalkPage itemKey={route.itemKey} version={route.version} />;
    case 'newCase':
      return <NewCasePage itemKey={route.itemKey} feedbackKey={route.feedbackKey} />;
    case 'cases':
      return <CasesPage />;
    case 'assistantChanges':
      return <AssistantChangesPage />;
  }
}
