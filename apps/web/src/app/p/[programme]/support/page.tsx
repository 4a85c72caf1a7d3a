import { todayIn } from "@alongside/domain/schedule/calendar-date";
import { buttonClass } from "@alongside/ui/primitives/button";
import { PageHeader } from "@alongside/ui/primitives/page-header";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { ContactList } from "@/features/support/contact-list";
import { LogForm } from "@/features/support/log-form";
import styles from "@/features/support/support.module.css";
import { SupportTabs } from "@/features/support/support-tabs";
import { ClientMessages } from "@/i18n/client-messages";
import { requireProgramme } from "@/server/session";
import { serverApi } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("support"))("title") };
}

const query = z
  .object({ day: z.iso.date(), after: z.uuid() })
  .transform(({ day, after }) => ({ happenedOn: day, contactId: after }));

export default async function SupportPage(props: {
  readonly params: Promise<{ readonly programme: string }>;
  readonly searchParams: Promise<Readonly<Record<string, unknown>>>;
}) {
  const [{ programme: slug }, parameters] = await Promise.all([props.params, props.searchParams]);
  const { programme } = await requireProgramme(slug, "support-contact.list");
  const api = await serverApi();
  const about = { programmeId: programme.id };
  const after = query.safeParse(parameters).data;
  const [t, plan, volunteers, page] = await Promise.all([
    getTranslations("support"),
    api.programme.read(about),
    api.volunteer.list(about),
    api.supportContact.list({ ...about, ...(after && { after }) }),
  ]);
  const base = `/p/${programme.slug}`;
  const mayLog = programme.verbs.includes("support-contact.log");
  const last = page.contacts.at(-1);
  return (
    <ClientMessages namespaces={["support", "participants"]}>
      <PageHeader title={t("title")} lead={t("lead")} />
      <SupportTabs base={base} current="contacts" />
      <div className={mayLog ? styles.columns : undefined}>
        {mayLog ? (
          <LogForm programmeId={programme.id} volunteers={volunteers} today={todayIn(plan.timeZone, new Date())} />
        ) : null}
        <section className={styles.list} aria-labelledby="contacts">
          <h2 id="contacts">{t("list.title")}</h2>
          <ContactList base={base} programmeId={programme.id} contacts={page.contacts} mayLog={mayLog} />
          <div>
            {page.hasMore && last ? (
              <Link
                href={`${base}/support?day=${last.happenedOn}&after=${last.contactId}`}
                className={buttonClass()}
                prefetch={false}
              >
                {t("list.older")}
              </Link>
            ) : null}
          </div>
        </section>
      </div>
    </ClientMessages>
  );
}
