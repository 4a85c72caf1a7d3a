import { saveConsentWords, saveConsentWordsInput } from "@alongside/services/consent/save-words";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const saveWords = procedure
  .input(saveConsentWordsInput)
  .mutation(async ({ ctx, input }) => unwrap(await saveConsentWords(ctx, input)));
