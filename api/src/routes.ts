import * as z from 'zod/mini';
import { meResponse } from '@last-mile/shared/programme';
import { people, type RouteAccess } from './http/routeAccess';
import { adoptionAccess } from './features/adoption/adoptionAccess';
import { checkpointsAccess } from './features/checkpoints/checkpointsAccess';
import { coachingAccess } from './features/coaching/coachingAccess';
import { feedbackAccess } from './features/feedback/feedbackAccess';
import { libraryAccess } from './features/library/libraryAccess';
import { practiceAccess } from './features/practice/practiceAccess';
import { operationsAccess } from './features/operations/operationsAccess';
import { privacyAccess } from './features/privacy/privacyAccess';
import { programmeAccess } from './features/programme/programmeAccess';
import { workflowsAccess } from './features/workflows/workflowsAccess';

const healthResponse = z.strictObject({ status: z.literal('ok') });
const readyResponse = z.strictObject({ status: z.literal('ready') });

/** Every route of the API. What is not listed here does not start (`app.ts`). */
export const routes: readonly RouteAccess[] = [
  {
    method: 'GET',
    path: '/api/health',
    who: 'anyone',
    programme: false,
    graph: [],
    summary: 'Says that the process is well; whatever it depends on may be away.',
    audited: [],
    longestBody: 0,
    status: 200,
    answer: healthResponse,
  },
  {
    method: 'GET',
    path: '/api/ready',
    who: 'anyone',
    programme: false,
    graph: [],
    summary: 'Says that the database answers and is as this version needs it.',
    audited: [],
    longestBody: 0,
    status: 200,
    answer: readyResponse,
  },
  {
    method: 'GET',
    path: '/api/openapi.json',
    who: 'anyone',
    programme: false,
    graph: [],
    summary: 'This document.',
    audited: [],
    longestBody: 0,
    status: 200,
    answer: z.looseObject({}),
  },
  {
    method: 'GET',
    path: '/api/me',
    who: 'member',
    programme: false,
    graph: people,
    summary: 'Who is signed in, and what they are in which programme.',
    audited: [],
    longestBody: 0,
    status: 200,
    answer: meResponse,
  },
  ...programmeAccess,
  ...workflowsAccess,
  ...libraryAccess,
  ...feedbackAccess,
  ...practiceAccess,
  ...checkpointsAccess,
  ...coachingAccess,
  ...adoptionAccess,
  ...operationsAccess,
  ...privacyAccess,
];
