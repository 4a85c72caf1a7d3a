import { enrolParticipant, enrolParticipantInput } from "@alongside/services/participant/enrol";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const enrol = procedure
  .input(enrolParticipantInput)
  .mutation(async ({ ctx, input }) => unwrap(await enrolParticipant(ctx, input)));
