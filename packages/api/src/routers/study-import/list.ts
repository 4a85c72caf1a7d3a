import { listStudyImports, listStudyImportsInput } from "@alongside/services/study-import/list";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const list = procedure
  .input(listStudyImportsInput)
  .query(async ({ ctx, input }) => unwrap(await listStudyImports(ctx, input)));
