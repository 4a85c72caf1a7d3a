import {
  laboratorySettingsHistory,
  laboratorySettingsHistoryInput,
} from "@alongside/services/laboratory-settings/history";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const history = procedure
  .input(laboratorySettingsHistoryInput)
  .query(async ({ ctx, input }) => unwrap(await laboratorySettingsHistory(ctx, input)));
