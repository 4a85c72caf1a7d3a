import { exportChange, exportChangeInput } from "@alongside/services/change/export";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const exportTable = procedure
  .input(exportChangeInput)
  .mutation(async ({ ctx, input }) => unwrap(await exportChange(ctx, input)));
