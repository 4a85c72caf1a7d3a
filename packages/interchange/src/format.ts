/**
 * A file format the product reads or writes. One folder below `formats/` each; the folder's `format.ts` states this
 * record, and `registry.ts` lists them all.
 */
export interface FileFormat {
  /** Name of the folder. */
  readonly slug: string;
  readonly title: { readonly en: string; readonly zh: string };
  readonly mediaTypes: readonly [string, ...string[]];
  /** With the dot, the usual one first. */
  readonly extensions: readonly [`.${string}`, ...`.${string}`[]];
  /** File below the folder, without `.ts`, and the function in it; null when this direction does not exist. */
  readonly reader: { readonly file: string; readonly name: string } | null;
  readonly writer: { readonly file: string; readonly name: string } | null;
  /** What the file cannot carry, in words a user can act on: everything that a round trip would lose or alter. */
  readonly loss: { readonly en: string; readonly zh: string };
}
