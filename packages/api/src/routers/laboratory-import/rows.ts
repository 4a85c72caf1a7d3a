import { importRowsInput } from "@alongside/services/laboratory-import/inputs";
import { readImportRows } from "@alongside/services/laboratory-import/rows";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const rows = procedure
  .input(importRowsInput)
  .query(async ({ ctx, input }) => unwrap(await readImportRows(ctx, input)));
