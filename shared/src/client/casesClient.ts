import {
  assistantChangesResponse,
  caseBook,
  caseConsentKept,
  caseReceipt,
  casesResponse,
  promptCase,
  type AssistantChangeRequest,
  type CaseRequest,
  type CaseRetirementRequest,
  type CasesQuery,
} from '../feedback';
import type { ApiClient } from './apiClient';
import { queryString } from './requests';

/** The part of our API about cases and what changes under them, apart so that nothing else loads it. */
export const casesClient = ({ requests: { get, post } }: Pick<ApiClient, 'requests'>) => ({
  caseBook: (itemKey: string, signal?: AbortSignal) =>
    get(caseBook, `/api/library/${encodeURIComponent(itemKey)}/cases`, signal),
  cases: (query: CasesQuery, signal?: AbortSignal) =>
    get(casesResponse, `/api/cases${queryString(query)}`, signal),
  make: (request: CaseRequest) => post(caseReceipt, '/api/cases', request),
  retire: (clientKey: string, request: CaseRetirementRequest) =>
    post(promptCase, `/api/cases/${encodeURIComponent(clientKey)}/retirement`, request),
  assistantChanges: (signal?: AbortSignal) =>
    get(assistantChangesResponse, '/api/assistant-changes', signal),
  recordAssistantChange: (request: AssistantChangeRequest) =>
    post(caseReceipt, '/api/assistant-changes', request),
  /** The reporter's own word on their flag. */
  setCaseConsent: (feedbackKey: string, consent: boolean) =>
    post(caseConsentKept, `/api/feedback/${encodeURIComponent(feedbackKey)}/case-consent`, {
      consent,
    }),
});
