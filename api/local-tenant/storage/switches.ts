/**
 * What Microsoft's documents leave open, or what differs between tenants. The defaults are the likeliest
 * form; the product has to hold both ways (docs/local-tenant.md lists each with its mark).
 */
export interface TenantSwitches {
  /** The answer of a unique column to a value it already holds. */
  readonly duplicateAnswer: 'invalidRequest400' | 'nameAlreadyExists409';
  /** How an If-Match that no longer matches is refused: 409 is the form seen when SharePoint races. */
  readonly staleETagAnswer: '412' | '409';
  /** The status of a scan over the list view threshold. */
  readonly thresholdAnswer: '400' | '429' | '500' | '503';
  /** Whether a filter on an indexed column that itself matches more than 5,000 rows still pages. */
  readonly indexedFilterOverThreshold: 'pages' | 'refused';
  /** Whether two indexed columns in one filter are refused, as the documents say. */
  readonly twoIndexedFields: 'refused' | 'allowed';
  /** The wording after the stable middle of the non-indexed error. */
  readonly nonIndexedTail: 'provideHeader' | 'considerIndexed';
  readonly resyncCode: 'resyncChangesApplyDifferences' | 'resyncChangesUploadDifferences';
  /** Rows of a page when `$top` is not given; undocumented. */
  readonly defaultPageSize: number;
  /** The most rows of a page whatever `$top` asks for; observed, undocumented. */
  readonly maximumPageSize: number;
  /** Whether a site role of `write` may create lists; refused in 2021. */
  readonly writeGrantCreatesLists: boolean;
  /** Whether POST of a grant takes the role `fullcontrol`; in 2021 only PATCH did. */
  readonly fullControlAtPost: 'accepted' | 'refused';
  /** Order of answers in a parallel `$batch`; the contract promises none. */
  readonly batchOrder: 'reversed' | 'asSent';
  /** Whether a `$batch` that is neither fully sequential nor fully parallel is refused. */
  readonly mixedBatch: 'refused' | 'allowed';
  readonly innerErrorName: 'innerError' | 'innererror';
  /** SharePoint keeps dates to the second. */
  readonly dateTimePrecision: 'seconds' | 'milliseconds';
  /** Versions an item keeps; sites trim them. */
  readonly versionsKept: number;
  /** Licences of the tenant: they set the app's limits. */
  readonly licences: number;
  /** Whether calls over the app's limit by the minute are refused. */
  readonly enforceLimits: boolean;
  readonly throttledAnswer: '429' | '503';
}

export const likeliestSwitches: TenantSwitches = {
  duplicateAnswer: 'invalidRequest400',
  staleETagAnswer: '412',
  thresholdAnswer: '400',
  indexedFilterOverThreshold: 'pages',
  twoIndexedFields: 'refused',
  nonIndexedTail: 'provideHeader',
  resyncCode: 'resyncChangesApplyDifferences',
  defaultPageSize: 200,
  maximumPageSize: 5000,
  writeGrantCreatesLists: false,
  fullControlAtPost: 'accepted',
  batchOrder: 'reversed',
  mixedBatch: 'refused',
  innerErrorName: 'innerError',
  dateTimePrecision: 'seconds',
  versionsKept: 500,
  licences: 1000,
  enforceLimits: true,
  throttledAnswer: '429',
};
