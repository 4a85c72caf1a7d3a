import { listLaboratoriesInput } from "@alongside/services/laboratory-import/inputs";
import { listProgrammeLaboratories } from "@alongside/services/laboratory-import/list-laboratories";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const listLaboratories = procedure
  .input(listLaboratoriesInput)
  .query(async ({ ctx, input }) => unwrap(await listProgrammeLaboratories(ctx, input)));
