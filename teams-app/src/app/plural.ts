/** The language our texts are written in; their plural forms follow it, not the host's locale. */
const textLanguage = 'en';

const rules = new Intl.PluralRules(textLanguage);
const figures = new Intl.NumberFormat(textLanguage);

/** A form for each plural category the language has; `#` stands for the number. */
export type PluralForms = { readonly other: string } & Partial<
  Readonly<Record<Intl.LDMLPluralRule, string>>
>;

/** The form that goes with `count`, for example `plural(2, { one: '# flag', other: '# flags' })`. */
export function plural(count: number, forms: PluralForms): string {
  return (forms[rules.select(count)] ?? forms.other).replaceAll('#', figures.format(count));
}
