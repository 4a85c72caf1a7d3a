import { saveGridInput } from "@alongside/services/lab-result/input";
import { saveLabGrid } from "@alongside/services/lab-result/save-grid";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const saveGrid = procedure
  .input(saveGridInput)
  .mutation(async ({ ctx, input }) => unwrap(await saveLabGrid(ctx, input)));
