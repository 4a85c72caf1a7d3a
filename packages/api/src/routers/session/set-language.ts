import { setLanguageInput, setLanguage as setOwnLanguage } from "@alongside/services/session/set-language";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const setLanguage = procedure
  .input(setLanguageInput)
  .mutation(async ({ ctx, input }) => unwrap(await setOwnLanguage(ctx, input)));
