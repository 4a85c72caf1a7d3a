import type { AppRouter } from "@alongside/api/router";
import type { Answers } from "@alongside/domain/instruments/answers";
import type { inferRouterOutputs } from "@trpc/server";
import type { Mode } from "./address";

export type OpenForm = inferRouterOutputs<AppRouter>["assessment"]["openForm"];
export type DueList = inferRouterOutputs<AppRouter>["assessment"]["listDue"];
export type PlanPlace = DueList["places"][number];
export type StoredAssessment = inferRouterOutputs<AppRouter>["assessment"]["read"];

/** A scale as results name it, in the interface language. */
export interface ScaleView {
  readonly code: string;
  readonly label: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly unit: string | null;
  readonly improvement: "increase" | "decrease" | "none";
  readonly bands: readonly { readonly from: number; readonly exclusive: boolean; readonly label: string }[];
}

/** Another form that could be filled in now. */
export interface NextForm {
  readonly title: string;
  readonly timepoint: string;
  readonly state: PlanPlace["state"];
  readonly href: string;
}

/** What the collecting screen needs besides the form itself. */
export interface FormSetting {
  readonly base: string;
  readonly programmeId: string;
  /** Who is signed in: drafts are theirs. */
  readonly personId: string;
  readonly mode: Mode;
  /** Scales to show results with; empty for a person who may not see scores. */
  readonly scales: readonly ScaleView[];
  readonly next: readonly NextForm[];
  /** What is stored and to be corrected; null for a new form. */
  readonly stored: {
    readonly assessmentId: string;
    readonly answeredOn: string;
    readonly answers: Answers;
  } | null;
}
