import { refuse } from './asyncCalls.js';
import { officeErrors } from './officeErrors.js';

/**
 * `addHandlerAsync` and its twin for the events that are raised; any other type is refused.
 * @param {(tail: unknown[], work: (options: Record<string, any>) => unknown) => void} run
 * @param {string[]} types
 */
export function createEventHandlers(run, types) {
  /** @type {Map<string, Set<(event: object) => void>>} */
  const handlers = new Map(types.map((type) => [type, new Set()]));
  return {
    methods: {
      /** @param {string} type @param {(event: object) => void} handler @param {unknown[]} tail */
      addHandlerAsync: (type, handler, ...tail) => {
        run(tail, () => {
          const known = handlers.get(type) ?? refuse(officeErrors.notSupported);
          known.add(handler);
        });
      },
      /** @param {string} type @param {unknown[]} tail */
      removeHandlerAsync: (type, ...tail) => {
        run(tail, () => {
          handlers.get(type)?.clear();
        });
      },
    },
    /** @param {string} type @param {object} event */
    raise: (type, event) => {
      for (const handler of handlers.get(type) ?? []) handler({ type, ...event });
    },
  };
}
