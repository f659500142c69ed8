import { addressVectors } from './addresses';
import { elementVectors, styleVectors } from './elements';
import { cellVectors, markdownVectors } from './files';
import { handlerVectors } from './handlers';
import { foreignVectors, mutationVectors } from './mutations';
import type { ScriptVector } from './scriptVector';

export type { ScriptVector } from './scriptVector';

export const allVectors: readonly ScriptVector[] = [
  ...handlerVectors,
  ...addressVectors,
  ...elementVectors,
  ...styleVectors,
  ...foreignVectors,
  ...mutationVectors,
  ...markdownVectors,
  ...cellVectors,
];
