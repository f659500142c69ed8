/** What was typed, or a file that was named, is wrong; the message says what to give instead. */
export class CommandWrong extends Error {
  override readonly name = 'CommandWrong';
}
