import "server-only";
import { CLIENT_ADDRESS_HEADER } from "@alongside/auth/client-address";
import { cookiePrefix, readDevice } from "@alongside/auth/cookie";
import type { Place, SecondFactorProblem } from "@alongside/auth/second-factor/second-factor";
import { seal, unseal } from "@alongside/auth/second-factor/secret-box";
import type { Actor } from "@alongside/domain/access/actor";
import { cookies } from "next/headers";
import { z } from "zod";
import { env } from "@/env";
import { actorOf } from "./actor";
import { isSameOrigin } from "./same-origin";
import { seeOther } from "./see-other";

/** A plain form that a signed-in person sent about their own account. */
export interface AccountForm {
  readonly actor: Actor;
  readonly place: Place;
  /** The value of a field; empty when it is missing. */
  readonly field: (name: string) => string;
}

/**
 * Reads such a form, or answers in its place: it came from another site, or nobody is signed in.
 * @param page where the form stands
 */
export async function readAccountForm(request: Request, page: string): Promise<AccountForm | Response> {
  if (!isSameOrigin(request.headers)) return seeOther(`${page}?problem=elsewhere`);
  const cookie = request.headers.get("cookie");
  const actor = await actorOf(cookie);
  if (actor === null) return seeOther("/sign-in");
  // Locked or in a participant's hands: the start page shows what to do about it.
  if (actor.hold !== null) return seeOther("/");
  const form = await request.formData().catch(() => new FormData());
  const device = readDevice(cookie, env().BETTER_AUTH_SECRET);
  const place = { address: request.headers.get(CLIENT_ADDRESS_HEADER), device };
  return { actor, place, field: (name) => String(form.get(name) ?? "") };
}

/** Back to the page, with why it is shown again. */
export function backWith(page: string, problem: SecondFactorProblem, more: Readonly<Record<string, string>> = {}) {
  const seconds = problem.problem === "too-many" ? { seconds: String(problem.seconds) } : {};
  return seeOther(`${page}?${new URLSearchParams({ problem: problem.problem, ...seconds, ...more })}`);
}

const SHOWN_SECONDS = 10 * 60;
const secure = () => new URL(env().BETTER_AUTH_URL).protocol === "https:";

/** What is shown once after a redirect travels in this cookie, sealed for its person, and never in an address. */
const onceCookieName = () => `${cookiePrefix(secure())}.once`;

const attributes = () => `Path=/; HttpOnly; SameSite=Strict${secure() ? "; Secure" : ""}`;

/** Hands recovery codes to the next page of the same person. */
export function onceCookie(codes: readonly string[], { userId }: Actor): string {
  const value = encodeURIComponent(seal(JSON.stringify(codes), env().BETTER_AUTH_SECRET, userId));
  return `${onceCookieName()}=${value}; ${attributes()}; Max-Age=${SHOWN_SECONDS}`;
}

/** Takes it away again. */
export function endedOnceCookie(): string {
  return `${onceCookieName()}=; ${attributes()}; Max-Age=0`;
}

const codeList = z.array(z.string().max(40)).max(20);

/** The recovery codes to show on the page being rendered; null for none, or somebody else's. */
export async function readOnceCookie(userId: string): Promise<readonly string[] | null> {
  const value = (await cookies()).get(onceCookieName())?.value;
  const opened = value === undefined ? null : unseal(value, env().BETTER_AUTH_SECRET, userId);
  return opened === null ? null : (codeList.safeParse(JSON.parse(opened)).data ?? null);
}
