import * as z from 'zod/mini';
import { singleLine } from '../text';

/** A tag that is called otherwise from now on, in every item that has it. */
export const tagName = z.object({ from: singleLine, to: singleLine });
export type TagName = z.infer<typeof tagName>;

/** More than anybody renames before they tidy up the items themselves. */
export const mostTagNames = 200;

/**
 * Names after one more tag was renamed. Whatever is called `from` by now is called `to`; a tag that gets
 * its own name back is in the list no more.
 */
export function renameTag(names: readonly TagName[], { from, to }: TagName): TagName[] {
  const isCalledOtherwise = names.some((name) => name.from === from);
  return [
    ...names.map((name) => (name.to === from ? { ...name, to } : name)),
    ...(isCalledOtherwise ? [] : [{ from, to }]),
  ].filter((name) => name.from !== name.to);
}

/** Tags that were asked for, by whatever name of theirs: one that is a name of now stays. */
export const tagsAskedFor = (tags: readonly string[], names: readonly TagName[]): string[] =>
  tagsByName(
    tags,
    names.filter(({ from }) => !names.some(({ to }) => to === from)),
  );

/** Tags as they are called now, each once. */
export function tagsByName(tags: readonly string[], names: readonly TagName[]): string[] {
  const now = new Map(names.map(({ from, to }) => [from, to]));
  return [...new Set(tags.map((tag) => now.get(tag) ?? tag))];
}
