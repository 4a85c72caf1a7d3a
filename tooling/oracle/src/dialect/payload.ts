import { DialectError } from "./failure";
import type { RObject, RValue } from "./values";

/** Hangs a value of this program (a fitted model) on an R object, so that `coef(m)` and `vcov(m)` can read it again. */
export interface Payload<T> {
  readonly attach: (object: RObject, value: T) => RObject;
  /** Throws when the object carries no such value. */
  readonly read: (object: RValue) => T;
  readonly find: (object: RValue) => T | undefined;
}

/** One per kind of model, kept in a constant: `const LINEAR_MODEL = payload<LinearModel>("a linear model")`. */
export function payload<T>(what: string): Payload<T> {
  const held = new WeakMap<object, { readonly value: T }>();
  const find = (object: RValue): T | undefined => held.get(object)?.value;
  return {
    attach: (object, value) => {
      held.set(object, { value });
      return object;
    },
    find,
    read: (object) => {
      const value = find(object);
      if (value === undefined) throw new DialectError(`Expected ${what}, got ${object.kind}`);
      return value;
    },
  };
}
