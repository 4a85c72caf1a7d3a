import { recordConsentInput, recordContactConsent } from "@alongside/services/contact-consent/record";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const record = procedure
  .input(recordConsentInput)
  .mutation(async ({ ctx, input }) => unwrap(await recordContactConsent(ctx, input)));
