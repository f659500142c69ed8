import { spokenLanguage } from './texts';

/** A form for each plural category the language has; `#` stands for the number. */
export type PluralForms = { readonly other: string } & Partial<
  Readonly<Record<Intl.LDMLPluralRule, string>>
>;

/** The form that goes with `count`, for example `plural(2, { one: '# flag', other: '# flags' })`. */
export function plural(count: number, forms: PluralForms): string {
  const { rules, figures } = countingIn(spokenLanguage().locale);
  return (forms[rules.select(count)] ?? forms.other).replaceAll('#', figures.format(count));
}

let counting: { locale: string; rules: Intl.PluralRules; figures: Intl.NumberFormat } | undefined;

/** Made once for the language spoken: a dashboard counts in a hundred places. */
function countingIn(locale: string) {
  if (counting?.locale !== locale) {
    counting = {
      locale,
      rules: new Intl.PluralRules(locale),
      figures: new Intl.NumberFormat(locale),
    };
  }
  return counting;
}
