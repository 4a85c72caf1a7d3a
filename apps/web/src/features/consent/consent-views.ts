import type { AppRouter } from "@alongside/api/router";
import type { inferRouterOutputs } from "@trpc/server";

type Outputs = inferRouterOutputs<AppRouter>;

/** What one person has agreed to, as the server gives it. */
export type PersonConsents = Outputs["consent"]["read"];
export type ConsentLine = PersonConsents["lines"][number];
export type ConsentAnswer = NonNullable<ConsentLine["current"]>;
export type Withdrawal = NonNullable<PersonConsents["withdrawal"]>;
export type ConsentSettings = Outputs["consentSettings"]["read"];
export type PurposeSettings = ConsentSettings["purposes"][number];
export type OpenConsents = Outputs["consent"]["listOpen"];
export type Erasures = Outputs["erasure"]["list"];
