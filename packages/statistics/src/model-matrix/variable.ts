/**
 * A column of the data: numbers, or a factor whose `codes` are positions in `levels`, from 0; or several columns of
 * numbers that stand for one variable, such as the powers of an age.
 */
export type Variable =
  | { readonly kind: "numeric"; readonly values: readonly number[] }
  | { readonly kind: "columns"; readonly labels: readonly string[]; readonly columns: readonly (readonly number[])[] }
  | { readonly kind: "factor"; readonly levels: readonly string[]; readonly codes: readonly number[] };
