import "server-only";
import { CLIENT_ADDRESS_HEADER } from "@alongside/auth/client-address";
import { readDevice } from "@alongside/auth/cookie";
import type { Place } from "@alongside/auth/second-factor/second-factor";
import type { Actor } from "@alongside/domain/access/actor";
import type { z } from "zod";
import { env } from "@/env";
import { actorOf } from "./actor";
import { isSameOrigin } from "./same-origin";

const LONGEST_CHARACTERS = 64 * 1024;

/**
 * Reads what the script of an account page sent, or answers in its place with a status alone: it came from another site,
 * nobody is signed in, or it is not what was asked.
 */
export async function readAccountCall<S extends z.ZodType>(
  request: Request,
  schema: S,
): Promise<{ readonly actor: Actor; readonly place: Place; readonly body: z.output<S> } | Response> {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 });
  const cookie = request.headers.get("cookie");
  const actor = await actorOf(cookie);
  if (actor === null || actor.hold !== null) return new Response(null, { status: 401 });
  const text = await request.text();
  const body = schema.safeParse(text.length > LONGEST_CHARACTERS ? null : parsed(text));
  if (!body.success) return new Response(null, { status: 400 });
  const device = readDevice(cookie, env().BETTER_AUTH_SECRET);
  return { actor, place: { address: request.headers.get(CLIENT_ADDRESS_HEADER), device }, body: body.data };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
