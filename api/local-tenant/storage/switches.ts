/**
 * What Microsoft's documents leave open, or what differs between tenants. The defaults are the likeliest
 * form; the product has to hold both ways (docs/local-tenant.md lists each with its mark).
 */
export interface TenantSwitches {
  /** The answer of a unique column to a value it already holds. */
  readonly duplicateAnswer: 'invalidRequest400' | 'sharePointWords400' | 'nameAlreadyExists409';
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
  /** Whether the older name of the Prefer header still allows a filter without an index. */
  readonly olderPrefer: 'honoured' | 'ignored';
  /** Whether $orderby, which no document names, is parsed. */
  readonly orderby: 'parsed' | 'refused';
  /** Whether SharePoint's long published limits of a list hold: 255 and 63,999 characters, 20 indexes. */
  readonly listLimits: 'enforced' | 'unenforced';
  /** Whether a unique column without an index is refused, or indexed in silence. */
  readonly uniqueNeedsIndex: 'refused' | 'indexed';
  /** Whether the values of a deleted column are gone, or come back with a column of its name. */
  readonly deletedColumnValues: 'lost' | 'kept';
  /** The words in which a field that no column has is refused. */
  readonly unknownFieldWords: 'notRecognized' | 'doesNotExist';
  /** Whether the lookup id of one person or item is read as a text or as a number. */
  readonly lookupIdType: 'text' | 'number';
  /** Most lists and items of a site with permissions of their own, counted for each list. */
  readonly mostPermissionScopes: number;
  /** Most items of a list. */
  readonly mostItems: number;
  /** What becomes of a choice that the column does not name. */
  readonly choiceOutsideList: 'taken' | 'refused';
  /** Whether an item without a value in a required column is refused. */
  readonly requiredColumns: 'unenforced' | 'enforced';
  /** Whether the Copilot usage report is in v1.0; its page still carries beta's disclaimer. */
  readonly copilotReportInV1: 'offered' | 'unknown';
  /** Whether the tenant knows version 2 of the Copilot usage report. */
  readonly reportVersion2: 'offered' | 'unknown';
  /** How a directory's delta link is refused once its seven days are over. */
  readonly expiredDirectoryDelta: '410' | 'syncStateNotFound400';
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
  /** Whether a version has its fields when they are expanded, or is whole unasked, with `published`. */
  readonly versionShape: 'fieldsOnExpand' | 'whole';
  /** Whether an endpoint that often answers late is told of changes later. */
  readonly slowEndpoint: 'delayed' | 'untouched';
  /** Whether a query over more than 12 lookup columns is refused. */
  readonly lookupThreshold: 'enforced' | 'unenforced';
  /** Whether a CSV report is answered by a redirect to a short-lived download, or at once. */
  readonly reportAnswer: 'redirect302' | 'stream200';
  /** The host a report is downloaded from; regions are seen to have their own. */
  readonly reportDownloadHost: 'reports.office.com' | 'reportsncu.office.com';
  /** How long the address of a download holds. */
  readonly reportDownloadMinutes: number;
  /** Rows of a page of the report in JSON. */
  readonly reportPageSize: number;
  /** Order and letter case of a CSV report's headers; both are seen to vary. */
  readonly reportHeaders: 'asDocumented' | 'otherOrderAndCase';
  /** Whether reports conceal names as long as no administrator has said. */
  readonly concealedNames: boolean;
  /** Whether an app without a person may write to a group's calendar. */
  readonly groupEventsAppOnly: 'refused' | 'allowed';
  /** What an event with a transactionId that was used before is answered with. */
  readonly repeatedTransaction: 'sameEvent201' | 'conflict409';
  /** The refusal of a notification to someone who does not have the app. */
  readonly appNotInstalledAnswer: '403' | '404';
  /** What a person finds where a list is not theirs to read. */
  readonly unreadableList: '403' | '404';
  /** What an app asking for itself gets once its consent is withdrawn; what it has then holds or not. */
  readonly withdrawnConsent: 'refused' | 'tokenWithoutRoles';
  /** Who may consent to what needs no admin: everybody for themselves, or admins alone. */
  readonly userConsent: 'everybody' | 'adminsOnly';
  /** How long a signing key verifies after the next one took over. */
  readonly keyOverlapHours: number;
  /** The audience of a version 1 token: both are seen. */
  readonly version1Audience: 'appIdUri' | 'clientId';
  /** Whether people may make sites, themselves and by the REST service alike: an administrator sets it. */
  readonly peopleMakeSites: 'allowed' | 'refused';
  /** What whoever makes a site is answered: it is ready, in the making, or (seen) not found though it is made. */
  readonly newSiteStatus: '2' | '1' | '0';
  /** What making a site is answered where there is one already: 2 is seen, and an undocumented 4. */
  readonly existingSiteStatus: '2' | '4';
  /** The status of an address without a site: as documented, or in the making, as seen since March 2026. */
  readonly missingSiteStatus: '0' | '1';
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
  olderPrefer: 'honoured',
  orderby: 'parsed',
  listLimits: 'enforced',
  uniqueNeedsIndex: 'refused',
  deletedColumnValues: 'lost',
  unknownFieldWords: 'notRecognized',
  lookupIdType: 'text',
  mostPermissionScopes: 50_000,
  mostItems: 30_000_000,
  choiceOutsideList: 'taken',
  requiredColumns: 'unenforced',
  copilotReportInV1: 'offered',
  reportVersion2: 'offered',
  expiredDirectoryDelta: '410',
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
  versionShape: 'fieldsOnExpand',
  slowEndpoint: 'delayed',
  lookupThreshold: 'enforced',
  reportAnswer: 'redirect302',
  reportDownloadHost: 'reports.office.com',
  reportDownloadMinutes: 5,
  reportPageSize: 200,
  reportHeaders: 'asDocumented',
  concealedNames: true,
  groupEventsAppOnly: 'refused',
  repeatedTransaction: 'sameEvent201',
  appNotInstalledAnswer: '403',
  unreadableList: '403',
  withdrawnConsent: 'refused',
  userConsent: 'everybody',
  keyOverlapHours: 24,
  version1Audience: 'appIdUri',
  peopleMakeSites: 'allowed',
  newSiteStatus: '2',
  existingSiteStatus: '2',
  missingSiteStatus: '0',
  licences: 1000,
  enforceLimits: true,
  throttledAnswer: '429',
};
