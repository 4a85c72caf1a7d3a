import { readLaboratorySettings, readLaboratorySettingsInput } from "@alongside/services/laboratory-settings/read";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const read = procedure
  .input(readLaboratorySettingsInput)
  .query(async ({ ctx, input }) => unwrap(await readLaboratorySettings(ctx, input)));
