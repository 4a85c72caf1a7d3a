export interface WishedLabel {
  readonly id: string;
  /** Where it would like to stand. */
  readonly y: number;
}

/**
 * Places for labels in one column, so that none covers another: as near to their wishes as the gap allows, in the same
 * order, inside the column. When there are more than fit, they are spread evenly.
 *
 * @param gap least distance between two labels
 * @returns the place by id
 */
export function spreadLabels(
  wished: readonly WishedLabel[],
  gap: number,
  top: number,
  bottom: number,
): ReadonlyMap<string, number> {
  const order = wished.toSorted((a, b) => a.y - b.y);
  const step = Math.min(gap, order.length > 1 ? (bottom - top) / (order.length - 1) : gap);
  const down: number[] = [];
  for (const [index, { y }] of order.entries()) {
    const above = down[index - 1];
    down.push(Math.max(y, above === undefined ? top : above + step));
  }
  const up = [...down];
  for (let index = up.length - 1; index >= 0; index -= 1) {
    const below = up[index + 1];
    up[index] = Math.min(up[index] ?? top, below === undefined ? bottom : below - step);
  }
  return new Map(order.map(({ id }, index) => [id, up[index] ?? top]));
}
