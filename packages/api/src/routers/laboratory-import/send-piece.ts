import { sendPieceInput } from "@alongside/services/laboratory-import/inputs";
import { sendLaboratoryPiece } from "@alongside/services/laboratory-import/send-piece";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const sendPiece = procedure
  .input(sendPieceInput)
  .mutation(async ({ ctx, input }) => unwrap(await sendLaboratoryPiece(ctx, input)));
