/** People with what others may know of each, and what they are to be protected from becoming known. */
export interface SensitiveRows {
  /** One row a person, one text a column that others may know. */
  readonly known: readonly (readonly string[])[];
  /** One row a person, one value a column that others may not know; null where there is none. */
  readonly values: readonly (readonly (number | string | null)[])[];
}

/**
 * How many different values there are, at least, in one column among people of one of the smallest groups of those who are alike:
 * 1 where all of a group have the same, so that whoever knows the group knows the value.
 * @returns null where no column has the values of anybody
 * @throws RangeError when there are not as many rows of values as of people
 * @source Machanavajjhala A, et al. l-diversity: privacy beyond k-anonymity. ACM TKDD 2007;1(1):3 (distinct l-diversity)
 */
export function fewestDifferentValues({ known, values }: SensitiveRows): number | null {
  if (known.length !== values.length) throw new RangeError("Every person needs a row of values");
  const classes = new Map<string, number[]>();
  known.forEach((row, person) => {
    const key = JSON.stringify(row);
    const own = classes.get(key);
    if (own === undefined) classes.set(key, [person]);
    else own.push(person);
  });
  const smallest = Math.min(...[...classes.values()].map((people) => people.length));
  let fewest: number | null = null;
  for (const people of classes.values()) {
    if (people.length > smallest) continue;
    const columns = Math.max(0, ...people.map((person) => values[person]?.length ?? 0));
    for (let column = 0; column < columns; column += 1) {
      const different = new Set(people.map((person) => values[person]?.[column] ?? null));
      different.delete(null);
      if (different.size > 0) fewest = Math.min(fewest ?? different.size, different.size);
    }
  }
  return fewest;
}
