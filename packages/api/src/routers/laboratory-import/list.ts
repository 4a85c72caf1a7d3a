import { listLaboratoryImportsInput } from "@alongside/services/laboratory-import/inputs";
import { listLaboratoryImports } from "@alongside/services/laboratory-import/list";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const list = procedure
  .input(listLaboratoryImportsInput)
  .query(async ({ ctx, input }) => unwrap(await listLaboratoryImports(ctx, input)));
