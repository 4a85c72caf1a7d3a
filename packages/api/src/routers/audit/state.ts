import { readAuditState, readAuditStateInput } from "@alongside/services/audit/read-state";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const state = procedure
  .input(readAuditStateInput)
  .query(async ({ ctx, input }) => unwrap(await readAuditState(ctx, input)));
