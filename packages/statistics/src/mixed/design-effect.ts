/**
 * How much larger the variance of a mean is than if people were not grouped: 1 + ((1 + CV^2) m - 1) ICC, with m the mean
 * group size and CV the coefficient of variation of the sizes. Source: Kerry and Bland (2001), Statistics in Medicine 20.
 * @param intraclassCorrelation 0 to 1
 * @param sizes people per group
 * @throws RangeError when there is no group, a size is below 1 or the correlation lies outside 0 to 1
 */
export function designEffect(intraclassCorrelation: number, sizes: readonly number[]): number {
  if (!(intraclassCorrelation >= 0 && intraclassCorrelation <= 1)) {
    throw new RangeError(`Not an intraclass correlation: ${intraclassCorrelation}`);
  }
  if (sizes.length === 0 || !sizes.every((size) => size >= 1 && Number.isFinite(size))) {
    throw new RangeError("A group needs at least one person");
  }
  const total = sizes.reduce((sum, size) => sum + size, 0);
  // (1 + CV^2) m, with the variance of the sizes divided by their number.
  const effective = sizes.reduce((sum, size) => sum + size ** 2, 0) / total;
  return 1 + (effective - 1) * intraclassCorrelation;
}
