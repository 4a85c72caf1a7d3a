import type { Variable } from "./variable";

/** A term with, for each of its variables, whether a factor takes one column per level. */
export interface CodedTerm {
  readonly variables: readonly { readonly name: string; readonly fullDummy: boolean }[];
}

/**
 * Terms in the order of their columns, each variable with its coding.
 *
 * Terms are sorted by the number of variables; within a term variables stand in the order of their first appearance in
 * the model; a term given twice counts once. A factor keeps all its levels where no earlier term holds the rest of its
 * own term. R: terms(), its "factors" attribute and the treatment of models without intercept in model.matrix().
 * @throws RangeError for a term without variables or an unknown variable
 */
export function codeTerms(
  variables: ReadonlyMap<string, Variable>,
  terms: readonly (readonly string[])[],
  intercept: boolean,
): readonly CodedTerm[] {
  const order = [...new Set(terms.flat())];
  const unique = new Map<string, readonly string[]>();
  for (const term of terms) {
    if (term.length === 0) throw new RangeError("A term needs a variable");
    const members = order.filter((name) => term.includes(name));
    unique.set(JSON.stringify(members), members);
  }
  const sorted = [...unique.values()].sort((a, b) => a.length - b.length);
  const isFactor = (name: string) => variables.get(name)?.kind === "factor";
  let keepAll = !intercept;
  return sorted.map((term, index) => {
    const earlier = sorted.slice(0, index);
    return {
      variables: term.map((name) => {
        if (!isFactor(name)) return { name, fullDummy: false };
        const rest = term.filter((other) => other !== name);
        const marginPresent = rest.length === 0 || earlier.some((one) => rest.every((other) => one.includes(other)));
        const fullDummy = keepAll || !marginPresent;
        keepAll = false;
        return { name, fullDummy };
      }),
    };
  });
}
