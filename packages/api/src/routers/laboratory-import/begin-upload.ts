import { beginLaboratoryUpload } from "@alongside/services/laboratory-import/begin-upload";
import { beginUploadInput } from "@alongside/services/laboratory-import/inputs";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const beginUpload = procedure
  .input(beginUploadInput)
  .mutation(async ({ ctx, input }) => unwrap(await beginLaboratoryUpload(ctx, input)));
