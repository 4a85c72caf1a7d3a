import { listParticipants, listParticipantsInput } from "@alongside/services/participant/list";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const list = procedure
  .input(listParticipantsInput)
  .query(async ({ ctx, input }) => unwrap(await listParticipants(ctx, input)));
