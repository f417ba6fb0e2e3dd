/**
 * The most digits that the numerator or the denominator of any figure may have. A rule file whose range analysis
 * allows more is refused (`rules.limit`), so that sums, products and comparisons of the reference arithmetic, which
 * carries four times as many, are exact and never rounded.
 */
export const MOST_DIGITS = 240;
