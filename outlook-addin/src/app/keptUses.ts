import * as z from 'zod/mini';
import type { KeptChoices } from './keptChoices';

/** A template or prompt this person used on this device. */
export interface KeptUse {
  readonly itemKey: string;
  readonly version: number;
  readonly at: Date;
}

/** More than anybody needs to find a template again. */
const mostUses = 40;

const keptUses = z.array(
  z.object({
    itemKey: z.string(),
    version: z.number(),
    at: z.pipe(
      z.number(),
      z.transform((milliseconds) => new Date(milliseconds)),
    ),
  }),
);

/** What a person used lately, the latest first: keys and times, kept on this device. */
export function createKeptUses(choices: KeptChoices, account: string) {
  const name = `uses.${account}`;
  const all = (): KeptUse[] => keptUses.safeParse(parsed(choices.get(name))).data ?? [];
  return {
    all,
    add(use: KeptUse) {
      const kept = [use, ...all()]
        .slice(0, mostUses)
        .map(({ itemKey, version, at }) => ({ itemKey, version, at: at.getTime() }));
      choices.set(name, JSON.stringify(kept));
    },
  };
}

export type KeptUses = ReturnType<typeof createKeptUses>;

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
