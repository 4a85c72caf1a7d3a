import { openRecord, openRecordInput } from "@alongside/services/break-glass/open";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const open = procedure
  .input(openRecordInput)
  .mutation(async ({ ctx, input }) => unwrap(await openRecord(ctx, input)));
