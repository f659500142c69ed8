import * as z from 'zod/mini';
import type { ColumnDefinition } from '../../sync/listDefinition';

const columnBody = z.object({
  id: z.string(),
  name: z.string(),
  displayName: z.optional(z.string()),
  indexed: z.nullish(z.boolean()),
  enforceUniqueValues: z.nullish(z.boolean()),
  text: z.nullish(z.object({ allowMultipleLines: z.nullish(z.boolean()) })),
  choice: z.nullish(z.object({ choices: z.nullish(z.array(z.string())) })),
  number: z.nullish(z.object({})),
  boolean: z.nullish(z.object({})),
  dateTime: z.nullish(z.object({})),
});

/** A column as a site has it. */
export interface FoundColumn {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly type: ColumnDefinition['type'] | 'another';
  readonly indexed: boolean;
  readonly unique: boolean;
  readonly choices: readonly string[];
}

export function toFoundColumn(body: unknown): FoundColumn {
  const column = columnBody.parse(body);
  return {
    id: column.id,
    name: column.name,
    displayName: column.displayName ?? column.name,
    type: typeOf(column),
    indexed: column.indexed ?? false,
    unique: column.enforceUniqueValues ?? false,
    choices: column.choice?.choices ?? [],
  };
}

function typeOf(column: z.infer<typeof columnBody>): FoundColumn['type'] {
  if (column.text) return column.text.allowMultipleLines ? 'multilineText' : 'text';
  if (column.choice) return 'choice';
  if (column.number) return 'number';
  if (column.boolean) return 'boolean';
  if (column.dateTime) return 'dateTime';
  return 'another';
}
