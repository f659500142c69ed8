import { likenessOf, trigramsOf } from './textLikeness';

/** Names are short: they are called alike from fewer common trigrams on than texts are. */
const alikeNamesFrom = 0.4;

/** The one of these that is called most like it, of several the first; undefined where none is. */
export function mostAlikeNamed<Named extends { readonly name: string }>(
  name: string,
  known: readonly Named[],
): Named | undefined {
  const asked = trigramsOf(name);
  let best: { readonly named: Named; readonly likeness: number } | undefined;
  for (const named of known) {
    const likeness = likenessOf(asked, trigramsOf(named.name));
    if (likeness >= alikeNamesFrom && likeness > (best?.likeness ?? 0)) best = { named, likeness };
  }
  return best?.named;
}
