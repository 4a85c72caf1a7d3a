import { readParticipant, readParticipantInput } from "@alongside/services/participant/read";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const read = procedure
  .input(readParticipantInput)
  .query(async ({ ctx, input }) => unwrap(await readParticipant(ctx, input)));
