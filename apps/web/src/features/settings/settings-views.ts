import type { AppRouter } from "@alongside/api/router";
import type { inferRouterOutputs } from "@trpc/server";

type Outputs = inferRouterOutputs<AppRouter>;

/** A programme's plan, as the server gives it. */
export type Plan = Outputs["programme"]["read"];
export type Timepoint = Plan["timepoints"][number];
export type InstrumentUse = Plan["instrumentUses"][number];
export type Pack = Outputs["wording"]["list"][number];
export type Person = Outputs["person"]["list"][number];
export type Invitation = Outputs["invitation"]["list"][number];
export type AccessRow = Outputs["access"]["read"][number];
export type AuditPage = Outputs["audit"]["list"];
export type AuditState = Outputs["audit"]["state"];
export type AuditVerdict = Outputs["audit"]["verify"];
export type AuditEvent = AuditPage["events"][number];
