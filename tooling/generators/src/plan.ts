/** What a generator wants done. Paths are relative to the repository, with forward slashes. */
export interface Plan {
  readonly files: readonly { readonly path: string; readonly content: string }[];
  readonly edits: readonly { readonly path: string; readonly edit: (text: string) => string }[];
  /** What the person does next, one sentence each. */
  readonly next: readonly string[];
}

/** The tree as a generator may look at it. */
export interface Repository {
  readonly exists: (path: string) => boolean;
  readonly read: (path: string) => string;
  readonly list: (folder: string) => readonly string[];
}

/** One sort of thing that can be generated. */
export interface Kind {
  readonly kind: string;
  readonly says: string;
  /** How a name looks, for the question and the message. */
  readonly example: string;
  readonly pattern: RegExp;
  readonly plan: (name: string, repository: Repository) => Plan;
}

export const SLUG = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
export const PATH_OF_TWO = /^[a-z][a-z0-9]*(-[a-z0-9]+)*\/[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
