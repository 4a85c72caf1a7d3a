import "server-only";
import { readActor } from "@alongside/auth/read-actor";
import type { Actor } from "@alongside/domain/access/actor";
import { headers } from "next/headers";
import { cache } from "react";
import { env } from "@/env";
import { runtime } from "./runtime";

/** Who asks, judged from a Cookie header; null for nobody. */
export async function actorOf(cookieHeader: string | null): Promise<Actor | null> {
  return readActor(runtime().api.db, cookieHeader, env().BETTER_AUTH_SECRET, new Date());
}

/** The signed-in person of the page being rendered, read once per request. */
export const currentActor = cache(async (): Promise<Actor | null> => actorOf((await headers()).get("cookie")));
