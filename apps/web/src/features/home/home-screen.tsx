import { PageHeader } from "@alongside/ui/primitives/page-header";
import { useFormatter, useTranslations } from "next-intl";
import { DueSection } from "./due-section";
import styles from "./home.module.css";
import type { Home } from "./home-view";
import { PeopleSection } from "./people-section";
import { WayOn } from "./way-on";

/** What needs doing today, by role: only the parts that are the person's to do are there. */
export function HomeScreen({ base, home }: { readonly base: string; readonly home: Home }): React.JSX.Element {
  const t = useTranslations("home");
  const format = useFormatter();
  const day = new Date(`${home.today}T00:00:00Z`);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead", { date: format.dateTime(day, { dateStyle: "full", timeZone: "UTC" }) })}
      />
      <div className={styles.sections}>
        {home.due ? (
          <>
            <DueSection base={base} today={home.today} list={home.due.open} state="open" />
            <DueSection base={base} today={home.today} list={home.due.overdue} state="overdue" />
          </>
        ) : null}
        {home.people ? <PeopleSection base={base} people={home.people} /> : null}
        <WayOn base={base} maySeeChange={home.maySeeChange} />
      </div>
    </>
  );
}
