import { listAudit, listAuditInput } from "@alongside/services/audit/list";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const list = procedure
  .input(listAuditInput)
  .query(async ({ ctx, input }) => unwrap(await listAudit(ctx, input)));
