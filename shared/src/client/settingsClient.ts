import { usageReportsResponse, usageUploadReceipt } from '../adoption';
import { noticesResponse } from '../feedback';
import { handOverAllResponse, itemOwners, type HandOverAllRequest } from '../library';
import {
  jobFamiliesResponse,
  librarySettingsResponse,
  peopleResponse,
  workingCalendarResponse,
  type PeopleQuery,
  type SaveJobFamiliesRequest,
  type SaveLibrarySettingsRequest,
  type SaveWorkingCalendarRequest,
} from '../programme';
import type { ApiClient } from './apiClient';
import { queryString } from './requests';

/** The part of our API by which champions set their programme up, apart so that nobody else loads it. */
export const settingsClient = ({ requests: { call, get, post } }: Pick<ApiClient, 'requests'>) => ({
  jobFamilies: (signal?: AbortSignal) =>
    get(jobFamiliesResponse, '/api/programme/job-families', signal),
  saveJobFamilies: (request: SaveJobFamiliesRequest) =>
    post(jobFamiliesResponse, '/api/programme/job-families', request),
  usageReports: (signal?: AbortSignal) =>
    get(usageReportsResponse, '/api/adoption/usage-reports', signal),
  uploadUsage: (file: Blob) =>
    call(usageUploadReceipt, 'POST', '/api/adoption/usage-reports', { file }),
  workingCalendar: (signal?: AbortSignal) =>
    get(workingCalendarResponse, '/api/programme/working-calendar', signal),
  saveWorkingCalendar: (request: SaveWorkingCalendarRequest) =>
    post(workingCalendarResponse, '/api/programme/working-calendar', request),
  noticesStatus: (signal?: AbortSignal) =>
    get(noticesResponse, '/api/programme/notifications', signal),
  people: (query: PeopleQuery, signal?: AbortSignal) =>
    get(peopleResponse, `/api/programme/people${queryString(query)}`, signal),
  librarySettings: (signal?: AbortSignal) =>
    get(librarySettingsResponse, '/api/programme/library', signal),
  saveLibrarySettings: (request: SaveLibrarySettingsRequest) =>
    post(librarySettingsResponse, '/api/programme/library', request),
  itemOwners: (signal?: AbortSignal) => get(itemOwners, '/api/library/owners', signal),
  /** The next items; ask again while some are left. */
  handOverAll: (request: HandOverAllRequest) =>
    post(handOverAllResponse, '/api/library/owners', request),
});
