import {
  previewLaboratorySettings,
  previewLaboratorySettingsInput,
} from "@alongside/services/laboratory-settings/preview";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const preview = procedure
  .input(previewLaboratorySettingsInput)
  .query(async ({ ctx, input }) => unwrap(await previewLaboratorySettings(ctx, input)));
