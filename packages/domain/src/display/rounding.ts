/**
 * How many digits are shown, decided once for screens, tables and exports. Values stay exact everywhere else: rounding
 * is the last thing that happens to a number, and nothing is computed from a rounded one.
 */
export const ROUNDING = {
  /** One person's score. Prorated scores have decimals; one of them is enough to tell two scores apart. */
  score: { decimals: 1 },
  /** Means, differences of means, and the ends of their intervals. */
  mean: { decimals: 2 },
  /** Numbers of a file that nobody has described yet: two decimals, and small ones to four digits. */
  foreign: { decimals: 2, digits: 4 },
  /** Standardised effect sizes and coefficients. */
  effect: { decimals: 2 },
  /** A share from 0 to 1, shown as per cent. */
  proportion: { decimals: 1, style: "percent" },
  /** Probabilities of a test; below the smallest one "< 0.001" is shown. */
  p: { decimals: 3, smallest: 0.001 },
  /** Whole things: people, rows, days. */
  count: { decimals: 0 },
} as const satisfies Record<
  string,
  {
    readonly decimals: number;
    /** Significant digits that are kept at least, however small the number is. */
    readonly digits?: number;
    readonly style?: "percent";
    readonly smallest?: number;
  }
>;
export type RoundingPolicy = keyof typeof ROUNDING;

/** What `Intl.NumberFormat` needs to follow a policy. Zero never carries a minus sign, however it was reached. */
export function numberFormatOptions(policy: RoundingPolicy): Intl.NumberFormatOptions {
  const rule = ROUNDING[policy];
  // Estimates keep trailing zeros, they show the precision; everything else goes without (12, not 12.0).
  const least = policy === "score" || policy === "count" || policy === "foreign" ? 0 : rule.decimals;
  return {
    minimumFractionDigits: least,
    maximumFractionDigits: rule.decimals,
    signDisplay: "negative",
    ...("digits" in rule ? { maximumSignificantDigits: rule.digits, roundingPriority: "morePrecision" } : {}),
    ...("style" in rule ? { style: rule.style } : {}),
  };
}

/**
 * A number as text under a policy, in a language's notation. `locale` is a language tag. A p-value below the smallest
 * shown one comes out as "< 0.001". The value must be finite.
 */
export function formatRounded(
  value: number,
  policy: RoundingPolicy,
  locale: string,
  options: Pick<Intl.NumberFormatOptions, "useGrouping"> = {},
): string {
  const format = new Intl.NumberFormat(locale, { ...numberFormatOptions(policy), ...options });
  const rule = ROUNDING[policy];
  if ("smallest" in rule && value < rule.smallest) return `< ${format.format(rule.smallest)}`;
  return format.format(value);
}
