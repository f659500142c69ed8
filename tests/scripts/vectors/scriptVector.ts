/** A piece of text that would run code, were it let. Whatever runs says so with {@link payload}. */
export interface ScriptVector {
  readonly name: string;
  readonly text: string;
}

/** What runs calls this, which tests count. */
export const payload = 'ran()';

/** What a vector would load its code from; nobody answers there. */
export const foreignHost = 'evil.example';

export const vector = (name: string, text: string): ScriptVector => ({ name, text });
