/** Money in minor units of `currency`: divide it by 10^`decimalPlaces` for whole units. */
export interface Amount {
  amount: number;
  decimalPlaces: number;
  currency: string;
}
