import { exportAudit, exportAuditInput } from "@alongside/services/audit/export";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const exportTrail = procedure
  .input(exportAuditInput)
  .mutation(async ({ ctx, input }) => unwrap(await exportAudit(ctx, input)));
