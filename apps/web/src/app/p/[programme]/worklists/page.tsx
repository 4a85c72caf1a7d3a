import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadSetting } from "@/features/laboratory/load-setting";
import { ContactsScreen } from "@/features/worklists/contacts-screen";
import { loadWorklists } from "@/features/worklists/load-worklists";
import { CONTACTS, readEnd } from "@/features/worklists/worklist-query";
import { WorklistsScreen } from "@/features/worklists/worklists-screen";
import { ClientMessages } from "@/i18n/client-messages";
import { textSeal } from "@/server/sealed-text";
import { serverApi } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("worklists"))("title") };
}

export default async function WorklistsPage(props: {
  readonly params: Promise<{ readonly programme: string }>;
  readonly searchParams: Promise<Readonly<Record<string, unknown>>>;
}) {
  const [{ programme: slug }, parameters] = await Promise.all([props.params, props.searchParams]);
  const { programme, programmeId, base, query, list, mayRead, mayContact } = await loadWorklists(slug, parameters);
  const api = await serverApi();
  const where = { programmeId, ...(query.siteId && { siteId: query.siteId }) };
  const [plan, counts] = await Promise.all([
    api.programme.read({ programmeId }),
    mayRead ? api.worklist.count(where) : null,
  ]);
  const sites = plan.sites.filter(({ active }) => active);
  if (list === CONTACTS || counts === null) {
    const page = await api.worklist.contacts({
      ...where,
      ...(query.after && { after: textSeal().open(query.after).slice(0, 20) }),
    });
    const reaches = programme.verbs.includes("contact-details.read");
    const mayReach = reaches && (await api.identitySettings.read({ programmeId })).contactDetails;
    return <ContactsScreen {...{ base, query, page, sites, counts, mayReach }} />;
  }
  const after = readEnd(query.after);
  const [{ setting }, page] = await Promise.all([
    loadSetting(slug, "worklist.read"),
    api.worklist.read({ ...where, list, ...(after && { after }) }),
  ]);
  const may = {
    enter: programme.verbs.includes("lab-result.save"),
    verify: programme.verbs.includes("lab-result.verify"),
    counsel: programme.verbs.includes("counselling.record"),
  };
  return (
    <ClientMessages namespaces={["laboratory", "worklists"]}>
      <WorklistsScreen {...{ setting, list, query, counts, page, sites, may, mayContact }} />
    </ClientMessages>
  );
}
