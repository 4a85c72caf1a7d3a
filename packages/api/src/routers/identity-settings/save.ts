import { saveIdentitySettings, saveIdentitySettingsInput } from "@alongside/services/identity-settings/save";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const save = procedure
  .input(saveIdentitySettingsInput)
  .mutation(async ({ ctx, input }) => unwrap(await saveIdentitySettings(ctx, input)));
