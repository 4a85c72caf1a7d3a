import { saveLaboratorySettings, saveLaboratorySettingsInput } from "@alongside/services/laboratory-settings/save";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const save = procedure
  .input(saveLaboratorySettingsInput)
  .mutation(async ({ ctx, input }) => unwrap(await saveLaboratorySettings(ctx, input)));
