import "server-only";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { serverApi } from "@/trpc/server";
import { currentActor } from "./actor";
import { leaveIfHeld } from "./held-page";

/**
 * The signed-in person with their programmes, also while they still have to choose a password of their own or to set up a
 * second step. Sends whoever has not passed that step to where it is passed.
 */
export const requirePerson = cache(async () => {
  await leaveIfHeld();
  const actor = await currentActor();
  if (actor === null) redirect("/sign-in");
  if (actor.secondFactor === "waiting") redirect("/sign-in/code");
  return (await serverApi()).session.read();
});

/**
 * The signed-in person, ready to work. Sends anybody else to the sign-in page, and whoever still has the password that
 * somebody gave them to where they choose their own, and an administrator without a second step to where it is set up.
 */
export const requireSession = cache(async () => {
  const session = await requirePerson();
  if (session.mustChangePassword) redirect("/account/password");
  if (session.secondFactorMissingFor === "everything") redirect("/account/security");
  return session;
});

type Session = Awaited<ReturnType<typeof requireSession>>;

/**
 * The programme named in the address, with what the signed-in person may do there. A programme that exists but is not
 * theirs is "not found", so that addresses tell nothing; so is a page that needs a verb they do not have.
 */
export const requireProgramme = cache(async (slug: string, verb?: Session["programmes"][number]["verbs"][number]) => {
  const session = await requireSession();
  const programme = session.programmes.find((one) => one.slug === slug);
  if (!programme) notFound();
  if (verb !== undefined && !programme.verbs.includes(verb)) notFound();
  return { session, programme };
});
