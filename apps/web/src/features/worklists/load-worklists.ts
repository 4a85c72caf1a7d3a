import "server-only";
import { notFound } from "next/navigation";
import { requireProgramme } from "@/server/session";
import { CONTACTS, LISTS, readWorklistQuery } from "./worklist-query";

/** What the pages of the lists begin with: who looks, and which list the address asks for. Else there is no such page. */
export async function loadWorklists(slug: string, parameters: Readonly<Record<string, unknown>>) {
  const { programme } = await requireProgramme(slug);
  const mayRead = programme.verbs.includes("worklist.read");
  const mayContact = programme.verbs.includes("worklist.contacts");
  if (!mayRead && !mayContact) notFound();
  const query = readWorklistQuery(parameters);
  const asked = query.list ?? (mayRead ? LISTS[0] : CONTACTS);
  if (asked === CONTACTS ? !mayContact : !mayRead) notFound();
  return {
    programme,
    programmeId: programme.id,
    base: `/p/${programme.slug}`,
    query,
    list: asked,
    mayRead,
    mayContact,
  };
}
