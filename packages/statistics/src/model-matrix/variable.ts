/** A column of the data: numbers, or a factor whose `codes` are positions in `levels`, from 0. */
export type Variable =
  | { readonly kind: "numeric"; readonly values: readonly number[] }
  | { readonly kind: "factor"; readonly levels: readonly string[]; readonly codes: readonly number[] };
