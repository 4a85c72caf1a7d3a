import { ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { checkReceipt } from "./receipt";

const LONGEST_RECEIPT = 20_000;

export const verifyReceiptInput = z.object({ programmeId: z.uuid(), text: z.string().min(1).max(LONGEST_RECEIPT) });

export type VerifiedReceipt =
  /** Signed here, and the erasure stands in this programme. */
  | { readonly kind: "genuine"; readonly erasedAt: Date }
  /** Signed here, but this programme has no such erasure. */
  | { readonly kind: "elsewhere" }
  | { readonly kind: "not-genuine" }
  | { readonly kind: "not-a-receipt" };

/** Whether a receipt that somebody brings is genuine. */
export async function verifyReceipt(
  context: Context,
  input: z.input<typeof verifyReceiptInput>,
): Promise<Result<VerifiedReceipt>> {
  const parsed = parseInput(verifyReceiptInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "erasure.list", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const checked = checkReceipt(parsed.value.text, context.receipts);
  if (checked.kind !== "genuine") return ok(checked);
  const { programmeId } = scope.value;
  const found = await scope.value.db.erasure.findFirst({ where: { id: checked.erasureId, programmeId } });
  return ok(found === null ? { kind: "elsewhere" } : { kind: "genuine", erasedAt: found.erasedAt });
}
