import { changeParticipantStatus, changeStatusInput } from "@alongside/services/participant/change-status";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const changeStatus = procedure
  .input(changeStatusInput)
  .mutation(async ({ ctx, input }) => unwrap(await changeParticipantStatus(ctx, input)));
