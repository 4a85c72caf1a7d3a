import type { AppRouter } from "@alongside/api/router";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";

type Inputs = inferRouterInputs<AppRouter>["laboratoryImport"];
type Outputs = inferRouterOutputs<AppRouter>["laboratoryImport"];

export type Laboratory = Outputs["listLaboratories"][number];
export type ImportEntry = Outputs["list"][number];
export type ImportDetail = Outputs["read"];
export type ImportState = ImportDetail["state"];
export type ImportCounts = NonNullable<ImportDetail["counts"]>;
export type Findings = NonNullable<ImportDetail["findings"]>;
export type Question = Findings["questions"][number];
export type UnknownWord = Findings["unknownWords"][number];
export type ImportRow = Outputs["rows"]["rows"][number];
export type ImportOutcome = ImportRow["outcome"];
export type Suggestion = Extract<Outputs["suggestMapping"], { kind: "read" }>;
/** A mapping with everything said. */
export type Mapping = NonNullable<Suggestion["mapping"]>;
export type Field = keyof Mapping["columns"];
export type PrintAnswer = Inputs["answer"]["answers"][number];

/** In the order in which people ask about them. */
export const OUTCOMES = [
  "new",
  "changed",
  "same",
  "question",
  "conflict",
  "refused",
] as const satisfies ImportOutcome[];

/** What every part of the area needs to know about where it stands. */
export interface LaboratoryPlace {
  readonly programmeId: string;
  /** `/p/<slug>` */
  readonly base: string;
}

/** One import of a programme, as every call about it names it. */
export interface ImportIds {
  readonly programmeId: string;
  readonly importId: string;
}
