import type { Supplied } from "../arguments";
import { DialectError } from "../failure";
import { type Bindings, bind } from "../values";

export const REFIT: Bindings = {
  /** The call that made a model once more, with another formula or arguments. */
  update: bind("object formula. ...", (args) => {
    const made = args.interpreter.callThatMade(args.value("object"));
    if (made === undefined) throw new DialectError("Only what a call has made can be updated");
    const named = made.supplied.findIndex((part) => part.name === "formula");
    const at = named < 0 ? made.supplied.findIndex((part) => part.name === undefined) : named;
    const old = made.supplied[at];
    const changed = args.rest.filter((part) => part.name !== undefined);
    const kept = made.supplied.map((part, index): Supplied => {
      const given = args.optional("formula.");
      if (index !== at || old === undefined || given === undefined) return part;
      const formula = args.call("update.formula", [old.value(), given]);
      return { ...part, expression: undefined, value: () => formula };
    });
    const others = kept.filter((part) => !changed.some((one) => one.name === part.name));
    return args.interpreter.invoke(made.called, [...others, ...changed], args.environment);
  }),
};
