import * as z from 'zod/mini';
import * as adoption from '@last-mile/shared/adoption';
import * as checkpoints from '@last-mile/shared/checkpoints';
import * as coaching from '@last-mile/shared/coaching';
import * as feedback from '@last-mile/shared/feedback';
import * as library from '@last-mile/shared/library';
import * as operations from '@last-mile/shared/operations';
import * as practice from '@last-mile/shared/practice';
import * as privacy from '@last-mile/shared/privacy';
import * as problem from '@last-mile/shared/problem';
import * as programme from '@last-mile/shared/programme';
import * as user from '@last-mile/shared/user';
import * as workflows from '@last-mile/shared/workflows';

const features = [
  ...[
    adoption,
    checkpoints,
    coaching,
    feedback,
    library,
    operations,
    practice,
    privacy,
    problem,
    programme,
    user,
    workflows,
  ],
];

/**
 * Gives the shapes of the contract the names that they are exported by, so that the OpenAPI document
 * says each once, among its components, and refers to it.
 */
export function nameSchemas(): void {
  for (const feature of features) {
    for (const [name, value] of Object.entries(feature)) {
      if (isShape(value) && !z.globalRegistry.has(value)) {
        z.globalRegistry.add(value, { id: `${name.charAt(0).toUpperCase()}${name.slice(1)}` });
      }
    }
  }
}

/** A schema of an object or of one of several; a plain text or number is said where it stands. */
const isShape = (value: unknown): value is z.ZodMiniType =>
  value instanceof z.ZodMiniType && ['object', 'union'].includes(value._zod.def.type);
