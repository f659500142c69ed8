/**
 * The largest part of `held` in which no label is carried by fewer than `minimum`: what is let in
 * together changes no figure by fewer people than that (decision 0009, publication 4). A label names
 * a figure that would change; who carries none changes nothing that is shown.
 */
export function letInTogether<Person extends { readonly labels: readonly string[] }>(
  held: readonly Person[],
  minimum: number,
): Person[] {
  let together = [...held];
  for (;;) {
    const carriers = new Map<string, number>();
    for (const label of together.flatMap(({ labels }) => labels)) {
      carriers.set(label, (carriers.get(label) ?? 0) + 1);
    }
    const enough = together.filter(({ labels }) =>
      labels.every((label) => (carriers.get(label) ?? 0) >= minimum),
    );
    if (enough.length === together.length) return together;
    together = enough;
  }
}
