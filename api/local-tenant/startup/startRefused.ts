/** The start cannot go on, for a reason the person can mend; the message says it in one line. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}
