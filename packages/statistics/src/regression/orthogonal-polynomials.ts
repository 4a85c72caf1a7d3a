/** Powers of a measure made orthogonal to each other and to the constant. */
export interface OrthogonalPolynomials {
  /** One column per degree from 1, each with sum 0 and sum of squares 1 over the values given. */
  readonly columns: readonly Float64Array[];
  /** The same polynomials at other values, one entry per degree. */
  at(value: number): readonly number[];
}

/**
 * Orthogonal polynomials of a measure by the three-term recurrence, which keeps its digits where powers would lose
 * them. Source: Forsythe (1957), Journal of the Society for Industrial and Applied Mathematics 5, 74-88.
 * R: poly(values, degree).
 * @returns null when there are no more different values than the degree
 * @throws RangeError when the degree is not a whole number of at least 1 or a value is not finite
 */
export function orthogonalPolynomials(values: readonly number[], degree: number): OrthogonalPolynomials | null {
  if (!Number.isInteger(degree) || degree < 1) throw new RangeError(`No polynomials of degree ${degree}`);
  if (!values.every(Number.isFinite)) throw new RangeError("A value is not finite");
  if (new Set(values).size <= degree) return null;

  const centres: number[] = [];
  const squares: number[] = [];
  let before = new Float64Array(values.length);
  let current = new Float64Array(values.length).fill(1);
  const columns: Float64Array[] = [];
  for (let power = 0; power <= degree; power += 1) {
    const square = current.reduce((sum, one) => sum + one * one, 0);
    const centre = current.reduce((sum, one, row) => sum + (values[row] ?? 0) * one * one, 0) / square;
    const carried = power === 0 ? 0 : square / (squares[power - 1] ?? 1);
    if (power > 0) columns.push(current.map((one) => one / Math.sqrt(square)));
    squares.push(square);
    centres.push(centre);
    const [last, previous] = [current, before];
    before = last;
    current = last.map((one, row) => ((values[row] ?? 0) - centre) * one - carried * (previous[row] ?? 0));
  }

  const at = (value: number): readonly number[] => {
    let [previous, own] = [0, 1];
    const result: number[] = [];
    for (let power = 0; power < degree; power += 1) {
      const carried = power === 0 ? 0 : (squares[power] ?? 0) / (squares[power - 1] ?? 1);
      [previous, own] = [own, (value - (centres[power] ?? 0)) * own - carried * previous];
      result.push(own / Math.sqrt(squares[power + 1] ?? 1));
    }
    return result;
  };
  return { columns, at };
}
