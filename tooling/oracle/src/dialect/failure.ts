/** The dialect has no function or form of this name: the case is unsupported, which is not a pass. */
export class UnsupportedError extends Error {
  override readonly name = "UnsupportedError";
  constructor(readonly missing: string) {
    super(`Nothing is bound to ${missing}`);
  }
}

/** The call cannot be evaluated although its functions are known: wrong types, unknown columns, lengths that differ. */
export class DialectError extends Error {
  override readonly name = "DialectError";
}
