import { z } from "zod";
import { readAccountCall } from "@/server/account-call";
import { onceCookie } from "@/server/account-form";
import { runtime } from "@/server/runtime";

const asked = z.union([z.object({ password: z.string().max(256) }), z.object({ answer: z.unknown() })]);

/** Adds a passkey in two calls of the page's script: the password gives what the browser needs, its answer is kept. */
export async function POST(request: Request): Promise<Response> {
  const call = await readAccountCall(request, asked);
  if (call instanceof Response) return call;
  const { secondFactor } = runtime();
  const { actor, place, body } = call;
  if ("password" in body) return Response.json(await secondFactor.beginPasskey(actor, body.password, place));
  const done = await secondFactor.addPasskey(actor, body.answer);
  if ("problem" in done) return Response.json(done);
  const { recoveryCodes } = done;
  const headers = recoveryCodes.length === 0 ? {} : { "set-cookie": onceCookie(recoveryCodes, actor) };
  return Response.json({ done: true }, { headers });
}
