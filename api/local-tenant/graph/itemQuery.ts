import { comparisonKey, type ListItem, type SharePointList } from '../storage/sharePointList';
import type { TenantSwitches } from '../storage/switches';
import { compileComparison, type ItemCondition } from './itemCondition';
import { parseFilter } from './filterParser';
import { GraphFailure, invalidRequest } from './graphFailure';
import { readOrder, type ItemOrder } from './itemOrder';

/** SharePoint's list view threshold: rows one query may scan without an index. */
const listViewThreshold = 5000;

export interface ItemQuery {
  readonly filter: string | undefined;
  readonly orderBy: string | undefined;
  /** Whether the caller sent `Prefer: HonorNonIndexedQueriesWarningMayFailRandomly` or its older name. */
  readonly honorNonIndexed: boolean;
}

export interface PlannedQuery {
  readonly order: ItemOrder | undefined;
  /** Matching rows; in id order, above `afterId`. */
  rows(afterId: number): Iterable<ListItem>;
}

const tails = {
  provideHeader:
    "Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this.",
  considerIndexed: 'Consider using indexed fields or sorting.',
};

/** Plans a query the way SharePoint judges it: by what is indexed and by how many rows it must scan. */
export function planQuery(
  list: SharePointList,
  query: ItemQuery,
  switches: TenantSwitches,
): PlannedQuery {
  const conditions =
    query.filter === undefined
      ? []
      : parseFilter(query.filter).map((comparison) =>
          compileComparison(list, comparison, switches),
        );
  const order = readOrder(list, query.orderBy, switches);
  const asked = order ? [...conditions, order] : conditions;
  if (!query.honorNonIndexed) {
    const unindexed = asked.find((each) => each.field !== undefined && !each.indexed);
    if (unindexed) throw nonIndexed(unindexed.field ?? '', switches);
    refuseTwoIndexed(conditions, switches);
  }
  const narrowed = conditions.filter((condition) => condition.indexed);
  const candidates = (afterId: number) => candidateRows(list, narrowed, afterId);
  refuseLongScan(list, narrowed, asked, candidates, switches);
  return {
    order,
    *rows(afterId) {
      for (const item of candidates(afterId)) {
        if (conditions.every((condition) => condition.holds(item))) yield item;
      }
    },
  };
}

function* candidateRows(
  list: SharePointList,
  narrowed: readonly ItemCondition[],
  afterId: number,
): Iterable<ListItem> {
  const exact = narrowed.find(
    (condition) => condition.exact !== undefined && condition.field !== undefined,
  );
  if (exact?.exact === undefined || exact.field === undefined) {
    yield* list.items.after(afterId);
    return;
  }
  for (const item of list.items.withKey(exact.field, comparisonKey(exact.exact))) {
    if (item.id > afterId) yield item;
  }
}

function refuseTwoIndexed(conditions: readonly ItemCondition[], switches: TenantSwitches): void {
  const fields = new Set(conditions.flatMap((condition) => condition.field ?? []));
  if (switches.twoIndexedFields === 'refused' && fields.size > 1) {
    throw invalidRequest(
      `Only one indexed field can be filtered at a time; the filter names ${[...fields].join(' and ')}.`,
    );
  }
}

/** What counts is the rows scanned, not `$top`: all that the indexed conditions leave. */
function refuseLongScan(
  list: SharePointList,
  narrowed: readonly ItemCondition[],
  asked: readonly (ItemCondition | ItemOrder)[],
  candidates: (afterId: number) => Iterable<ListItem>,
  switches: TenantSwitches,
): void {
  if (list.items.count <= listViewThreshold || asked.length === 0) return;
  const scans = asked.some((each) => !each.indexed);
  if (!scans && switches.indexedFilterOverThreshold === 'pages') return;
  let scanned = 0;
  for (const item of candidates(0)) {
    if (narrowed.every((condition) => condition.holds(item))) scanned += 1;
    if (scanned > listViewThreshold) throw overThreshold(switches);
  }
}

function nonIndexed(field: string, switches: TenantSwitches): GraphFailure {
  return invalidRequest(
    `Field '${field}' cannot be referenced in filter or orderby as it is not indexed. ${tails[switches.nonIndexedTail]}`,
  );
}

function overThreshold(switches: TenantSwitches): GraphFailure {
  const codes = {
    400: 'invalidRequest',
    429: 'activityLimitReached',
    500: 'generalException',
    503: 'serviceNotAvailable',
  };
  return new GraphFailure(
    Number(switches.thresholdAnswer),
    codes[switches.thresholdAnswer],
    'The attempted operation is prohibited because it exceeds the list view threshold.',
  );
}
