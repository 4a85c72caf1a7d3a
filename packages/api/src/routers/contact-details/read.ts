import { readContactDetails, readContactDetailsInput } from "@alongside/services/contact-details/read";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

/** A change, not a question: it is written down, and what comes back is never in an address or a cache. */
export const read = procedure
  .input(readContactDetailsInput)
  .mutation(async ({ ctx, input }) => unwrap(await readContactDetails(ctx, input)));
