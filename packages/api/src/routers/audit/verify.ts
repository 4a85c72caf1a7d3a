import { readAuditStateInput } from "@alongside/services/audit/read-state";
import { verifyAudit } from "@alongside/services/audit/verify";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const verify = procedure
  .input(readAuditStateInput)
  .query(async ({ ctx, input }) => unwrap(await verifyAudit(ctx, input)));
