import type { AppRouter } from "@alongside/api/router";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";

type Outputs = inferRouterOutputs<AppRouter>;
type Inputs = inferRouterInputs<AppRouter>;

/** The person with a code: their last two results of every kind and the current window. */
export type Recent = Outputs["labResult"]["recent"];
export type ResultHistory = Outputs["labResult"]["history"];
export type ResultView = ResultHistory["results"][number];
export type Measurement = ResultView["measurement"];
export type RowOutcome = Outputs["labResult"]["saveGrid"]["rows"][number];
export type SaveGridInput = Inputs["labResult"]["saveGrid"];
export type LaboratorySettings = Outputs["laboratorySettings"]["read"];
export type ListedAssay = Outputs["assay"]["list"][number];
export type WorklistRow = Outputs["worklist"]["read"]["rows"][number];
/** Where a page of a list ended; null after the last. */
export type WorklistEnd = Outputs["worklist"]["read"]["next"];

/** Everything the entry screens need to know of a programme. */
export interface LaboratorySetting {
  readonly base: string;
  readonly programmeId: string;
  readonly personId: string;
  /** The day it is at the programme. */
  readonly today: string;
  readonly settings: LaboratorySettings;
  readonly assays: readonly ListedAssay[];
}
