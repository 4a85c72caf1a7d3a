import "server-only";
import { readActor } from "@alongside/auth/read-actor";
import type { Actor } from "@alongside/domain/access/actor";
import { headers } from "next/headers";
import { cache } from "react";
import { env } from "@/env";
import { wasLeft } from "@/features/quick-exit/left-cookie";
import { runtime } from "./runtime";

/**
 * Who asks, judged from a Cookie header; null for nobody, and in a browser that was left in a hurry. A held session has its
 * person, who may do nothing.
 */
export async function actorOf(cookieHeader: string | null): Promise<Actor | null> {
  if (wasLeft(cookieHeader)) return null;
  return readActor(runtime().api.db, cookieHeader, env().BETTER_AUTH_SECRET, new Date());
}

/** Whose session the page being rendered belongs to, held or not; read once per request. */
export const pageActor = cache(async (): Promise<Actor | null> => actorOf((await headers()).get("cookie")));

/** The signed-in person of the page being rendered; null also while their session is locked or handed over. */
export async function currentActor(): Promise<Actor | null> {
  const actor = await pageActor();
  return actor?.hold === null ? actor : null;
}
