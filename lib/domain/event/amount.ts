/** Money in minor units of `currency`: to be divided by 10^`decimalPlaces`. */
export interface Amount {
  amount: number;
  decimalPlaces: number;
  currency: string;
}
