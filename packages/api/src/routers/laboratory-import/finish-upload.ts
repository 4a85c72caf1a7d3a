import { finishLaboratoryUpload } from "@alongside/services/laboratory-import/finish-upload";
import { finishUploadInput } from "@alongside/services/laboratory-import/inputs";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const finishUpload = procedure
  .input(finishUploadInput)
  .mutation(async ({ ctx, input }) => unwrap(await finishLaboratoryUpload(ctx, input)));
