/**
 * Paired figures of the Beating the Blues trial by arm and occasion, from the published data file: the rows with both
 * scores, difference after minus before, interval of Student's t. One row is R's own, treatment as usual at eight months:
 * `t.test(after, before, paired = TRUE)` in R 4.2.2. The others were computed from the same file by the formula of that
 * test with another program, which gives R's figures for R's row.
 */
export const BTHEB_FIGURES = [
  paired(
    "Treatment as usual",
    "2m",
    45,
    23.866666666666667,
    19.466666666666665,
    -4.4,
    -7.164223476056536,
    -1.635776523943465,
  ),
  paired(
    "Treatment as usual",
    "3m",
    36,
    23.666666666666668,
    17.666666666666668,
    -6,
    -9.37189264176933,
    -2.62810735823067,
  ),
  paired(
    "Treatment as usual",
    "5m",
    29,
    23.448275862068964,
    16.275862068965516,
    -7.172413793103448,
    -11.578054057520632,
    -2.766773528686266,
  ),
  paired("Treatment as usual", "8m", 25, 24.12, 13.6, -10.52, -15.070135757994874, -5.969864242005124),
  paired(
    "Beating the Blues",
    "2m",
    52,
    22.53846153846154,
    14.711538461538462,
    -7.826923076923077,
    -10.473662023722621,
    -5.180184130123532,
  ),
  paired(
    "Beating the Blues",
    "3m",
    37,
    22.64864864864865,
    12.027027027027026,
    -10.621621621621621,
    -14.13381322029421,
    -7.109430022949033,
  ),
  paired(
    "Beating the Blues",
    "5m",
    29,
    21.482758620689655,
    9.241379310344827,
    -12.241379310344827,
    -15.70777972970802,
    -8.774978890981634,
  ),
  paired(
    "Beating the Blues",
    "8m",
    27,
    22,
    8.851851851851851,
    -13.148148148148149,
    -17.120268566752195,
    -9.176027729544105,
  ),
] as const;

function paired(
  arm: "Treatment as usual" | "Beating the Blues",
  timepoint: "2m" | "3m" | "5m" | "8m",
  n: number,
  before: number,
  after: number,
  change: number,
  low: number,
  high: number,
) {
  return { arm, timepoint, n, before, after, change, low, high };
}
