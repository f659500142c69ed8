/**
 * How a language says what a prompt needs to say. Patterns see a prompt's lines in lower case.
 * Another language is another table of this shape.
 */
export interface PromptWords {
  /** A sentence that begins so asks for something to be done. */
  readonly asking: RegExp;
  /** Why, for what occasion, in whose place. */
  readonly situation: RegExp;
  /** What the answer rests on. */
  readonly material: RegExp;
  /** What the answer looks like, and what it leaves out. */
  readonly shape: RegExp;
  /** Who reads the answer. */
  readonly readers: RegExp;
  /** How an email greets. */
  readonly greeting: RegExp;
  /** Asks for something to be put into the prompt. */
  readonly putIn: RegExp;
  /** What must not be put in. */
  readonly sensitive: RegExp;
  /** Says that it is not to be put in. */
  readonly forbidding: RegExp;
}
