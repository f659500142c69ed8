import type { WorkerName } from '../sync/workers';

/** Everything an attribute can say. None is about a person, and none takes what somebody typed. */
interface Attributes {
  /** One of HTTP's methods, or `OTHER`. */
  readonly 'http.request.method': string;
  /** The route's pattern; never the address, which holds keys. */
  readonly 'http.route': string;
  readonly 'http.response.status_code': number;
  /** The code of a refusal, such as `token_expired` or `tooManyRequests`. */
  readonly 'lastmile.refusal': string;
  /** A call of Graph or Entra by its pattern, such as `GET /groups/{id}/members`. */
  readonly 'lastmile.operation': string;
  /** The first word of a statement, or `TRANSACTION`. */
  readonly 'db.operation.name': string;
  /** The table it is about. */
  readonly 'db.collection.name': string;
  /** A list of the site, by our name for it. */
  readonly 'lastmile.list': string;
  /** Graph's code for why an item is parked. */
  readonly 'lastmile.reason': string;
  readonly 'lastmile.worker': WorkerName;
  /** The name of a log event. */
  readonly 'lastmile.event': string;
}

type AttributeName = keyof Attributes;

interface Instrument {
  readonly kind: 'histogram' | 'counter' | 'gauge';
  readonly unit: string;
  readonly says: string;
  readonly attributes: readonly AttributeName[];
}

/** Every metric that is exported; docs/telemetry.md says the same. */
export const instruments = {
  'http.server.request.duration': {
    ...{ kind: 'histogram', unit: 's', says: 'How long an answer of the API took.' },
    attributes: ['http.request.method', 'http.route', 'http.response.status_code'],
  },
  'lastmile.refusals': {
    ...{
      kind: 'counter',
      unit: '1',
      says: 'Requests that were refused, tokens and rate limits among them.',
    },
    attributes: ['http.route', 'lastmile.refusal'],
  },
  'lastmile.graph.duration': {
    ...{
      kind: 'histogram',
      unit: 's',
      says: 'How long a call of Graph or Entra took; status 0 where no answer came.',
    },
    attributes: ['lastmile.operation', 'http.response.status_code'],
  },
  'lastmile.graph.throttled': {
    ...{ kind: 'counter', unit: '1', says: 'Calls that were answered 429 or 503.' },
    attributes: ['lastmile.operation'],
  },
  'db.client.operation.duration': {
    ...{ kind: 'histogram', unit: 's', says: 'How long a statement or a transaction took.' },
    attributes: ['db.operation.name', 'db.collection.name'],
  },
  'lastmile.delivery.waiting': {
    ...{ kind: 'gauge', unit: '1', says: 'Items that wait for SharePoint.' },
    attributes: [],
  },
  'lastmile.delivery.lag': {
    ...{ kind: 'gauge', unit: 's', says: 'For how long the oldest of them has waited.' },
    attributes: [],
  },
  'lastmile.delivery.parked': {
    ...{ kind: 'gauge', unit: '1', says: 'Items that SharePoint would not take.' },
    attributes: ['lastmile.reason'],
  },
  'lastmile.delivery.delivered': {
    ...{ kind: 'counter', unit: '1', says: 'Items that this instance brought to SharePoint.' },
    attributes: ['lastmile.list'],
  },
  'lastmile.sync.lag': {
    ...{ kind: 'gauge', unit: 's', says: 'How long ago a list was known to be as in SharePoint.' },
    attributes: ['lastmile.list'],
  },
  'lastmile.sync.generation': {
    ...{
      kind: 'gauge',
      unit: '1',
      says: 'How often a list was read from its start; a jump is a list made anew or a token lost.',
    },
    attributes: ['lastmile.list'],
  },
  'lastmile.worker.lag': {
    ...{
      kind: 'gauge',
      unit: 's',
      says: 'How long ago a worker was last done without an error; until then, how long ago it first began.',
    },
    attributes: ['lastmile.worker'],
  },
  'lastmile.events': {
    ...{
      kind: 'counter',
      unit: '1',
      says: 'Events of the log from level warn on: workers that try again, notifications that rest.',
    },
    attributes: ['lastmile.event'],
  },
  'process.memory.usage': {
    ...{ kind: 'gauge', unit: 'By', says: 'Resident memory of the process.' },
    attributes: [],
  },
  'nodejs.eventloop.delay.p99': {
    ...{
      kind: 'gauge',
      unit: 's',
      says: 'How late the event loop was in the worst hundredth of the last minute.',
    },
    attributes: [],
  },
} as const satisfies Record<string, Instrument>;

export type InstrumentName = keyof typeof instruments;
type Of<K extends Instrument['kind']> = {
  [N in InstrumentName]: (typeof instruments)[N]['kind'] extends K ? N : never;
}[InstrumentName];
export type CounterName = Of<'counter'>;
export type HistogramName = Of<'histogram'>;
export type GaugeName = Of<'gauge'>;
export type AttributesOf<N extends InstrumentName> = Pick<
  Attributes,
  (typeof instruments)[N]['attributes'][number]
>;

/** Every span, by what it is named after; their attributes are those of the metric beside. */
export const spans = {
  request: 'http.server.request.duration',
  graph: 'lastmile.graph.duration',
  database: 'db.client.operation.duration',
} as const satisfies Record<string, HistogramName>;

export type SpanKind = keyof typeof spans;
