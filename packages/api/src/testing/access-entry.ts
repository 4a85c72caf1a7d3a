import type { Role } from "@alongside/domain/access/role";
import type { Verb } from "@alongside/services/access/matrix";
import type { inferRouterInputs } from "@trpc/server";
import type { AppRouter } from "../router";
import type { Place } from "./place";

/** What a procedure is expected to ask for, and a call of it that succeeds for whoever is let in. */
export interface AccessEntry<Input> {
  /** Its row in the access table; "signed-in": open to everybody who is signed in, about themselves. */
  readonly verb: Verb | "signed-in";
  /** `site`: the call names something that lies at one site. */
  readonly at: "programme" | "site";
  /** The call names something of the programme by its id. */
  readonly namesThings: boolean;
  readonly input: (place: Place) => Input | Promise<Input>;
  /** The reason it gives to somebody who was let in, where that is not success. */
  readonly letIn?: string;
  /** The same, for a role held in the whole programme that is told something else than the others. */
  readonly wholeProgramme?: Readonly<Partial<Record<Role, string>>>;
  /** The same, for every role held at one site only. */
  readonly atOneSite?: string;
}

type Inputs = inferRouterInputs<AppRouter>;
/** One entry for every procedure there is; a procedure without one does not compile. */
export type AccessTable = {
  readonly [Entity in keyof Inputs]: { readonly [Name in keyof Inputs[Entity]]: AccessEntry<Inputs[Entity][Name]> };
};

/** A call about a whole programme. */
export const plain = { at: "programme", namesThings: false } as const;
/** A call that names something of the programme. */
export const thing = { at: "programme", namesThings: true } as const;
/** A call that names something of one site. */
export const local = { at: "site", namesThings: true } as const;
