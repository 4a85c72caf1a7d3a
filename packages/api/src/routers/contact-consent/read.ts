import { readConsentInput, readContactConsent } from "@alongside/services/contact-consent/read";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const read = procedure
  .input(readConsentInput)
  .query(async ({ ctx, input }) => unwrap(await readContactConsent(ctx, input)));
