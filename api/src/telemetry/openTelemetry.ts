import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { context, SpanKind as Kind, SpanStatusCode, type Attributes } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { instruments, spans, type InstrumentName } from './instruments';
import type { Telemetry } from './telemetry';

const longestCloseMs = 3_000;
/** Seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const spanKinds = { request: Kind.SERVER, graph: Kind.CLIENT, database: Kind.CLIENT } as const;

/**
 * Telemetry by OTLP over HTTP (docs/decisions/0043). Imported only where an endpoint is set, so that a
 * deployment without one neither loads nor pays for it.
 */
export function createOpenTelemetry(endpoint: string, version: string): Telemetry {
  // Nothing of the machine: no host name, no user, no command line.
  const resource = resourceFromAttributes({
    'service.name': 'last-mile',
    'service.version': version,
    'service.instance.id': randomUUID(),
  });
  const base = endpoint.replace(/\/$/, '');
  const tracing = new BasicTracerProvider({
    resource,
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url: `${base}/v1/traces` }))],
  });
  const metering = new MeterProvider({
    resource,
    readers: [
      new PeriodicExportingMetricReader({
        exporter: new OTLPMetricExporter({ url: `${base}/v1/metrics` }),
      }),
    ],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  const tracer = tracing.getTracer('last-mile', version);
  const meter = metering.getMeter('last-mile', version);

  const described = (name: InstrumentName) => {
    const { unit, says } = instruments[name];
    return { unit, description: says };
  };
  const histogramOf = (name: InstrumentName) =>
    meter.createHistogram(name, {
      ...described(name),
      advice: { explicitBucketBoundaries: buckets },
    });
  const histograms = {
    request: histogramOf(spans.request),
    graph: histogramOf(spans.graph),
    database: histogramOf(spans.database),
  };
  const counters = new Map(
    Object.entries(instruments)
      .filter(([, { kind }]) => kind === 'counter')
      .map(([name]) => [name, meter.createCounter(name, described(name as InstrumentName))]),
  );

  return {
    count(name, attributes) {
      counters.get(name)?.add(1, { ...attributes });
    },

    measure: (kind, work, describe) =>
      tracer.startActiveSpan(kind, { kind: spanKinds[kind] }, async (span) => {
        const begun = performance.now();
        const end = ({ attributes, failed }: ReturnType<typeof describe>) => {
          const said: Attributes = { ...attributes };
          span.setAttributes(said);
          if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
          span.end();
          histograms[kind].record((performance.now() - begun) / 1000, said);
        };
        try {
          const value = await work();
          end(describe({ value }));
          return value;
        } catch (error) {
          end(describe({ error }));
          throw error;
        }
      }),

    observe(name, read) {
      meter.createObservableGauge(name, described(name)).addCallback(async (result) => {
        for (const { value, attributes } of await read().catch(() => [])) {
          result.observe(value, { ...attributes });
        }
      });
    },

    async close() {
      const sent = Promise.allSettled([tracing.shutdown(), metering.shutdown()]);
      // A collector that is away does not keep the process from ending.
      await Promise.race([sent, delay(longestCloseMs, undefined, { ref: false })]);
      context.disable();
    },
  };
}
