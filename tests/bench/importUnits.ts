import { importResponse, importRowsPerRequest } from '@last-mile/shared/library';
import { createTestProduct, type TestProduct } from '../../api/local-tenant/testProduct';
import { setup as startPostgres } from '../setup/postgres';
import { benchLine, type Bench } from './benchLine';
import { generatedLibrary } from './search/generatedLibrary';

const rowCount = 10_000;
/** A create costs 2 units, and is a request of its own also inside a batch. */
const leastUnits = 2 * rowCount;
const leastPeer = 'one create each, in full batches of 20';

/**
 * What an import of ten thousand rows costs at SharePoint, by the local tenant's own meter: from the
 * first request of the tab until every item is in the list and has come back by the delta. The limits
 * are off, so that nothing waits for them: they change when a call is made and not what it costs.
 */
export const importUnits: Bench = {
  lines: ['import.10k.units', 'import.10k.calls'],
  async *run() {
    const stopPostgres = await startPostgres();
    const it = await createTestProduct({ switches: { enforceLimits: false } });
    try {
      it.tenant.meter.reset();
      await importAll(it);
      await it.settle();
      const { meter } = it.tenant;
      const created = meter.byPath().filter(({ method }) => method === 'POST');
      const creates = created.reduce((sum, { calls }) => sum + calls, 0);
      if (creates < rowCount) throw new Error(`Only ${creates} items were created.`);
      for (const { method, path, calls, units } of meter.byPath()) {
        console.error(`import.10k: ${method} ${path}: ${calls} calls, ${units} units`);
      }
      yield benchLine('import.10k.units', meter.units(), 'resource units', {
        name: leastPeer,
        value: leastUnits,
      });
      yield benchLine('import.10k.calls', meter.calls(), 'requests', {
        name: leastPeer,
        value: rowCount,
      });
    } finally {
      await it.close();
      await stopPostgres();
    }
  },
};

/** Sends the rows as the tab does: as many at once as one request takes, one request after the other. */
async function importAll(it: TestProduct): Promise<void> {
  const rows = generatedLibrary(rowCount).map(({ content: { kind, title, purpose, body } }, at) => {
    const provenance = { author: '', sourceUrl: '' };
    return { row: at + 1, kind, title: `${title} (${at})`, purpose, body, ...provenance };
  });
  const token = await it.token('alice');
  for (let from = 0; from < rows.length; from += importRowsPerRequest) {
    const some = { rows: rows.slice(from, from + importRowsPerRequest) };
    const response = await it.ask({ token }, '/api/library/import', some);
    const { imported } = importResponse.parse(await response.json());
    if (imported !== some.rows.length) throw new Error(`${imported} rows of a request came in.`);
  }
}
