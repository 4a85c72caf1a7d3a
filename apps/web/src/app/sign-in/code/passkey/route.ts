import { z } from "zod";
import { readAccountCall } from "@/server/account-call";
import { runtime } from "@/server/runtime";

const asked = z.union([z.object({ begin: z.literal(true) }), z.object({ answer: z.unknown() })]);

/** Passes the second step with a passkey in two calls of the page's script. */
export async function POST(request: Request): Promise<Response> {
  const call = await readAccountCall(request, asked);
  if (call instanceof Response) return call;
  const { secondFactor } = runtime();
  const { actor, place, body } = call;
  if ("begin" in body) return Response.json({ options: await secondFactor.askPasskey(actor) });
  return Response.json((await secondFactor.passWithPasskey(actor, body.answer, place)) ?? { done: true });
}
