import type { Formats } from '../../../app/formats';

/** A whole amount with its currency, where it has one. */
export function moneyIn({ number }: Formats, amount: number, currency: string | null): string {
  const whole = number(Math.round(amount));
  return currency === null ? whole : `${whole} ${currency}`;
}
