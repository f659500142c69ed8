import {
  dashboardResponse,
  eventsReceipt,
  longestUsageFile,
  usageReportsResponse,
  usageUploadReceipt,
} from '@last-mile/shared/adoption';
import { feedbackReceipt, feedbackResponse } from '@last-mile/shared/feedback';
import { importResponse, libraryItem, libraryResponse } from '@last-mile/shared/library';
import { helpersResponse, helpOffer } from '@last-mile/shared/practice';
import {
  jobFamiliesResponse,
  meResponse,
  requiredStandardsResponse,
} from '@last-mile/shared/programme';
import { workflowsResponse } from '@last-mile/shared/workflows';
import * as z from 'zod/mini';

/**
 * Who may call a route. `champion` and `championOrLeader` need the role in the token, an enabled
 * account and the standing in the caller's programme; `member` is everyone signed in.
 */
export type Who = 'anyone' | 'member' | 'champion' | 'championOrLeader';

export interface RouteAccess {
  readonly method: 'GET' | 'POST';
  readonly path: `/api/${string}`;
  readonly who: Who;
  /** Whether the route is about a programme, so that a person in none is refused. */
  readonly programme: boolean;
  /** The least Graph application permissions the answer rests on; reads come from the replica. */
  readonly graph: readonly string[];
  readonly summary: string;
  /** Longest body in bytes; 0 where none is read. */
  readonly longestBody: number;
  /** What the body is sent as; JSON where nothing is said. */
  readonly body?: 'text/csv';
  readonly status: 200 | 202;
  readonly answer: z.core.$ZodType;
}

const megabyte = 1_048_576;
const people = ['User.Read.All', 'GroupMember.Read.All'] as const;
const write = ['Sites.Selected (write)'] as const;

const healthResponse = z.strictObject({ status: z.literal('ok') });

/** Every route of the API. What is not listed here does not start (`app.ts`). */
export const routes: readonly RouteAccess[] = [
  {
    method: 'GET',
    path: '/api/health',
    who: 'anyone',
    programme: false,
    graph: [],
    summary: 'Says that the API and its database answer.',
    longestBody: 0,
    status: 200,
    answer: healthResponse,
  },
  {
    method: 'GET',
    path: '/api/openapi.json',
    who: 'anyone',
    programme: false,
    graph: [],
    summary: 'This document.',
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
    longestBody: 0,
    status: 200,
    answer: meResponse,
  },
  {
    method: 'GET',
    path: '/api/programme/job-families',
    who: 'champion',
    programme: true,
    graph: people,
    summary: 'Which job titles and departments belong to which job family, and whom that concerns.',
    longestBody: 0,
    status: 200,
    answer: jobFamiliesResponse,
  },
  {
    method: 'POST',
    path: '/api/programme/job-families',
    who: 'champion',
    programme: true,
    graph: [...people, ...write],
    summary: 'Writes that mapping as it shall be from today on, unless it was changed meanwhile.',
    longestBody: megabyte,
    status: 200,
    answer: jobFamiliesResponse,
  },
  {
    method: 'GET',
    path: '/api/programme/standards',
    who: 'member',
    programme: true,
    graph: people,
    summary: 'The prompt standards without which nothing of the programme is published.',
    longestBody: 0,
    status: 200,
    answer: requiredStandardsResponse,
  },
  {
    method: 'POST',
    path: '/api/programme/standards',
    who: 'champion',
    programme: true,
    graph: [...people, ...write],
    summary: 'Writes which standards are required from now on, unless they were changed meanwhile.',
    longestBody: megabyte,
    status: 200,
    answer: requiredStandardsResponse,
  },
  {
    method: 'GET',
    path: '/api/workflows',
    who: 'member',
    programme: true,
    graph: people,
    summary: 'The mapped tasks of the programme.',
    longestBody: 0,
    status: 200,
    answer: workflowsResponse,
  },
  {
    method: 'GET',
    path: '/api/library',
    who: 'member',
    programme: true,
    graph: people,
    summary: 'Prompts and templates: the approved texts, for champions drafts and proposals too.',
    longestBody: 0,
    status: 200,
    answer: libraryResponse,
  },
  {
    method: 'GET',
    path: '/api/library/:clientKey',
    who: 'member',
    programme: true,
    graph: people,
    summary: 'One prompt or template.',
    longestBody: 0,
    status: 200,
    answer: libraryItem,
  },
  {
    method: 'POST',
    path: '/api/library/import',
    who: 'champion',
    programme: true,
    graph: [...people, ...write],
    summary: 'Takes rows of a file as drafts; the same row twice is taken once.',
    longestBody: 4 * megabyte,
    status: 200,
    answer: importResponse,
  },
  {
    method: 'POST',
    path: '/api/library/:clientKey/publication',
    who: 'champion',
    programme: true,
    graph: [...people, ...write],
    summary: 'Approves and seals the text as it stood at the eTag; never by author or importer.',
    longestBody: megabyte,
    status: 200,
    answer: libraryItem,
  },
  {
    method: 'POST',
    path: '/api/feedback',
    who: 'member',
    programme: true,
    graph: [...people, ...write],
    summary: 'Keeps a flag or a suggestion under its key and says so; it reaches SharePoint later.',
    longestBody: megabyte,
    status: 202,
    answer: feedbackReceipt,
  },
  {
    method: 'GET',
    path: '/api/feedback/mine',
    who: 'member',
    programme: true,
    graph: people,
    summary: "The caller's own feedback and what became of it.",
    longestBody: 0,
    status: 200,
    answer: feedbackResponse,
  },
  {
    method: 'GET',
    path: '/api/feedback',
    who: 'champion',
    programme: true,
    graph: people,
    summary: "The programme's feedback, most urgent first.",
    longestBody: 0,
    status: 200,
    answer: feedbackResponse,
  },
  {
    method: 'GET',
    path: '/api/practice/tasks/:clientKey/helpers',
    who: 'member',
    programme: true,
    graph: people,
    summary: 'Colleagues who offer help with a task and do it; never how often.',
    longestBody: 0,
    status: 200,
    answer: helpersResponse,
  },
  {
    method: 'POST',
    path: '/api/practice/tasks/:clientKey/helpers',
    who: 'member',
    programme: true,
    graph: people,
    summary: "The caller's own word on whether colleagues may ask them about a task.",
    longestBody: megabyte,
    status: 200,
    answer: helpOffer,
  },
  {
    method: 'POST',
    path: '/api/events',
    who: 'member',
    programme: true,
    graph: people,
    summary: 'Counts actions under their keys, each checked by itself.',
    longestBody: megabyte,
    status: 202,
    answer: eventsReceipt,
  },
  {
    method: 'GET',
    path: '/api/adoption/dashboard',
    who: 'championOrLeader',
    programme: true,
    graph: people,
    summary: "The programme's use by week and department, and the health of library and feedback.",
    longestBody: 0,
    status: 200,
    answer: dashboardResponse,
  },
  {
    method: 'GET',
    path: '/api/adoption/usage-reports',
    who: 'champion',
    programme: true,
    graph: people,
    summary: 'What is known of the reports that use outside Last Mile is counted from.',
    longestBody: 0,
    status: 200,
    answer: usageReportsResponse,
  },
  {
    method: 'POST',
    path: '/api/adoption/usage-reports',
    who: 'champion',
    programme: true,
    graph: people,
    summary: 'Counts the days of an uploaded Copilot usage report, or of a plain user,date,count.',
    longestBody: longestUsageFile,
    body: 'text/csv',
    status: 200,
    answer: usageUploadReceipt,
  },
];
