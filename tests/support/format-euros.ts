/** Returns an amount of money in the way that English messages have it. */
export function formatEuros(amount: number): string {
  return new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR' }).format(amount);
}
