import { PageHeader } from "@alongside/ui/primitives/page-header";
import { useFormatter, useTranslations } from "next-intl";
import { BackupWarning } from "@/features/backups/backup-warning";
import { ChangeSummary } from "./change-summary";
import { ConflictsSection } from "./conflicts-section";
import { DecisionsSection } from "./decisions-section";
import { DraftsSection } from "./drafts-section";
import { DueSection } from "./due-section";
import { GapsSection } from "./gaps-section";
import styles from "./home.module.css";
import type { Home } from "./home-view";
import { OpeningsSection } from "./openings-section";
import { PeopleSection } from "./people-section";
import { WayOn } from "./way-on";
import { ContactsSection, WorklistsSection } from "./worklists-section";

/** What needs doing today, by role: only the parts that are the person's to do are there. */
export function HomeScreen(props: {
  readonly base: string;
  readonly programmeId: string;
  readonly personId: string;
  readonly home: Home;
}): React.JSX.Element {
  const t = useTranslations("home");
  const format = useFormatter();
  const { base, home } = props;
  const { due, today } = home;
  const day = format.dateTime(new Date(`${today}T00:00:00Z`), { dateStyle: "full", timeZone: "UTC" });
  return (
    <>
      <PageHeader title={t("title")} lead={day} />
      <div className={styles.page}>
        <div className={styles.main}>
          {due ? <DraftsSection personId={props.personId} programmeId={props.programmeId} /> : null}
          {home.backups ? <BackupWarning base={base} backups={home.backups} /> : null}
          {home.conflicts && home.conflicts.length > 0 ? (
            <ConflictsSection base={base} conflicts={home.conflicts} />
          ) : null}
          {home.decisions ? <DecisionsSection base={base} waiting={home.decisions} /> : null}
          {home.openings ? <OpeningsSection base={base} count={home.openings} /> : null}
          {home.gaps && home.gaps.length > 0 ? <GapsSection base={base} gaps={home.gaps} /> : null}
          {home.contacts === null ? null : <ContactsSection base={base} count={home.contacts} />}
          {home.worklists ? <WorklistsSection base={base} counts={home.worklists} /> : null}
          {due ? <DueSection base={base} today={today} list={due.open} state="open" /> : null}
          {due ? <DueSection base={base} today={today} list={due.overdue} state="overdue" /> : null}
          {home.change ? <ChangeSummary cohorts={home.change} /> : null}
          {home.people && !due ? <PeopleSection base={base} people={home.people} /> : null}
        </div>
        <div className={styles.side}>
          {home.people && due ? <PeopleSection base={base} people={home.people} /> : null}
          <WayOn base={base} maySeeChange={home.maySeeChange} />
        </div>
      </div>
    </>
  );
}
