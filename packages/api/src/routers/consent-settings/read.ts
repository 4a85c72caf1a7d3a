import { readConsentSettings, readConsentSettingsInput } from "@alongside/services/consent/read-settings";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const read = procedure
  .input(readConsentSettingsInput)
  .query(async ({ ctx, input }) => unwrap(await readConsentSettings(ctx, input)));
