import { readIdentitySettings, readIdentitySettingsInput } from "@alongside/services/identity-settings/read";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const read = procedure
  .input(readIdentitySettingsInput)
  .query(async ({ ctx, input }) => unwrap(await readIdentitySettings(ctx, input)));
