import { saveConsentRule, saveConsentRuleInput } from "@alongside/services/consent/save-rule";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const saveRule = procedure
  .input(saveConsentRuleInput)
  .mutation(async ({ ctx, input }) => unwrap(await saveConsentRule(ctx, input)));
