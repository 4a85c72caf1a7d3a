import "server-only";
import { env } from "@/env";
import { createTextSeal, type TextSeal } from "./text-seal";

let made: TextSeal | undefined;

/** How this installation writes what is looked for into addresses. */
export function textSeal(): TextSeal {
  made ??= createTextSeal(env().BETTER_AUTH_SECRET);
  return made;
}
