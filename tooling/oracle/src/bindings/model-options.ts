import { DialectError } from "../dialect/failure";
import { list, listFromEntries, text } from "../dialect/make";
import { entryOf, oneText } from "../dialect/read";
import { type Binding, type Bindings, bind, type RValue } from "../dialect/values";

const LINKS: Readonly<Record<string, string>> = {
  gaussian: "identity",
  binomial: "logit",
  poisson: "log",
  quasibinomial: "logit",
  quasipoisson: "log",
  Gamma: "inverse",
};

/** The family and link of a model, given as binomial, "binomial" or binomial("log"). */
export function familyOf(value: RValue): { readonly family: string; readonly link: string } {
  const name = value.kind === "builtin" ? value.name : value.kind === "character" ? oneText(value) : undefined;
  if (name !== undefined) {
    const link = LINKS[name];
    if (link === undefined) throw new DialectError(`${name} is no family`);
    return { family: name, link };
  }
  const [family, link] = value.kind === "list" ? [entryOf(value, "family"), entryOf(value, "link")] : [];
  if (family === undefined || link === undefined) throw new DialectError("Expected a family");
  return { family: oneText(family), link: oneText(link) };
}

const family = (name: string): Binding =>
  bind("link", (args) => {
    const written = args.expression("link");
    const link = written?.type === "name" ? written.name : args.text("link", LINKS[name] ?? "identity");
    return list({ family: text(name), link: text(link) });
  });

/** Settings of R's own iterations. Ours settle by themselves, so they are only carried along. */
const settings: Binding = bind("...", (args) =>
  listFromEntries(args.rest.map((part, at) => [part.name ?? String(at + 1), part.value()])),
);

export const MODEL_OPTIONS: Bindings = {
  ...Object.fromEntries(Object.keys(LINKS).map((name) => [name, family(name)])),
  "glm.control": settings,
  "coxph.control": settings,
  "survreg.control": settings,
  lmeControl: settings,
  glsControl: settings,
};
