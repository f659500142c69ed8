import { keyFor, type AppConfig } from '../../src/config';
import type { Database } from '../../src/db/database';
import { createPseudonyms } from '../../src/features/feedback/pseudonyms';
import { createSubmission } from '../../src/features/feedback/submission';
import type { Product } from '../../src/product';
import type { LocalTenant } from '../localTenant';
import type { SampleGround } from '../sample/fillSample';

/** What the sample is filled through: the product's own parts, on the keys the product uses. */
export function sampleGroundOf(parts: {
  readonly config: AppConfig;
  readonly database: Database;
  readonly product: Product;
  readonly tenant: LocalTenant;
}): Omit<SampleGround, 'mark' | 'now' | 'say'> {
  const { config, database, product, tenant } = parts;
  const pseudonyms = createPseudonyms(keyFor(config.secret, 'feedback reporters'));
  return {
    database,
    tenant,
    ...{ tenantId: config.tenantId, clientId: config.clientId },
    lists: product.lists,
    library: product.app.library,
    subjectKey: keyFor(config.secret, 'usage subjects'),
    coachingKey: keyFor(config.secret, 'coaching'),
    submitAt: (at) =>
      createSubmission({
        database,
        list: product.lists.stores.Feedback,
        pseudonyms,
        answeredBy: (programme) => Promise.resolve(programme),
        now: () => at,
      }),
  };
}
