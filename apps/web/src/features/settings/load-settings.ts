import "server-only";
import { notFound } from "next/navigation";
import { requireProgramme } from "@/server/session";
import { serverApi } from "@/trpc/server";
import { maySet } from "./sections";

export type ProgrammeParams = Promise<{ readonly programme: string }>;

/** What every part of the settings starts from. For anybody who may not change them, the part does not exist. */
export async function loadSettings(params: ProgrammeParams) {
  const { programme: slug } = await params;
  const { session, programme } = await requireProgramme(slug);
  if (!maySet(programme)) notFound();
  const api = await serverApi();
  const plan = await api.programme.read({ programmeId: programme.id });
  return { base: `/p/${programme.slug}`, programmeId: programme.id, session, api, plan };
}
