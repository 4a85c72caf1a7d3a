import { verifyReceipt, verifyReceiptInput } from "@alongside/services/erasure/verify-receipt";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const verify = procedure
  .input(verifyReceiptInput)
  .query(async ({ ctx, input }) => unwrap(await verifyReceipt(ctx, input)));
