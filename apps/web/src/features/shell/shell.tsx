import { OfflineBadge } from "@alongside/ui/primitives/offline-badge";
import { IconDots, IconSelector, IconUserCircle } from "@tabler/icons-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { OpeningBanner } from "@/features/openings/opening-banner";
import { IdleLock } from "../lock/idle-lock";
import { QuickExit } from "../quick-exit/quick-exit";
import { DataLabel } from "./data-label";
import { NavLinks } from "./nav-links";
import { areasFor, BAR_SIZE } from "./navigation";
import { PersonMenu } from "./person-menu";
import { QuickSearch } from "./quick-search";
import type { Programme, Session } from "./session-view";
import styles from "./shell.module.css";
import { Wordmark } from "./wordmark";

/**
 * The frame of every signed-in screen: whose programme this is, whether the data are real, where to go, who is signed
 * in. Menus are the browser's own popovers, so the frame needs almost no script.
 */
export function Shell(props: {
  readonly session: Session;
  readonly programme: Programme;
  readonly nonce: string | undefined;
  readonly children: ReactNode;
}): React.JSX.Element {
  const t = useTranslations("shell");
  const { session, programme } = props;
  const base = `/p/${programme.slug}`;
  const areas = areasFor(programme.verbs).map(({ id, path }) => ({ id, path }));
  const mayFind = programme.verbs.includes("participant.list");
  return (
    <div className={styles.frame}>
      <IdleLock idleMinutes={session.idleMinutes} hasPin={session.hasPin} />
      <a className="skip-link" href="#content">
        {t("skip")}
      </a>
      <header className={styles.header}>
        <Link href={base} className={styles.home} aria-label={t("homeLink")} prefetch={false}>
          <Wordmark small />
        </Link>
        <ProgrammeName session={session} programme={programme} label={t("programme.switch")} />
        <span className={styles.gap} />
        <OfflineBadge label={t("offline")} short={t("offlineShort")} />
        {mayFind ? <QuickSearch base={base} /> : null}
        <button type="button" className={styles.person} popoverTarget="person-menu" aria-label={t("person.menu")}>
          <IconUserCircle size={26} stroke={1.5} aria-hidden="true" />
        </button>
        <QuickExit narrow nonce={props.nonce} />
        <PersonMenu session={session} programme={programme} />
      </header>
      <nav className={styles.rail} aria-label={t("areas")}>
        <NavLinks base={base} areas={areas} look="rail" />
      </nav>
      <main id="content" className={styles.content} tabIndex={-1}>
        {programme.dataLabel ? <DataLabel label={programme.dataLabel} /> : null}
        {programme.openings.map((opening) => (
          <OpeningBanner key={opening.breakGlassId} base={base} programmeId={programme.id} opening={opening} />
        ))}
        {props.children}
      </main>
      <nav className={styles.bar} aria-label={t("areas")}>
        <NavLinks base={base} areas={areas.slice(0, BAR_SIZE)} look="bar" />
        {areas.length > BAR_SIZE ? (
          <>
            <button type="button" className={styles.more} popoverTarget="more-areas">
              <IconDots size={20} stroke={1.75} aria-hidden="true" />
              <span>{t("more")}</span>
            </button>
            <div id="more-areas" popover="auto" className={styles.moreMenu}>
              <NavLinks base={base} areas={areas.slice(BAR_SIZE)} look="menu" />
            </div>
          </>
        ) : null}
      </nav>
    </div>
  );
}

/** The programme's name; a menu of the person's programmes when they have several. */
function ProgrammeName(props: {
  readonly session: Session;
  readonly programme: Programme;
  readonly label: string;
}): React.JSX.Element {
  const { session, programme } = props;
  if (session.programmes.length < 2) return <span className={styles.name}>{programme.name}</span>;
  return (
    <>
      <button type="button" className={`${styles.name} ${styles.switch}`} popoverTarget="programmes">
        <span>{programme.name}</span>
        <IconSelector size={16} aria-hidden="true" />
        <span className="visually-hidden">{props.label}</span>
      </button>
      <div id="programmes" popover="auto" className={styles.programmes}>
        <ul>
          {session.programmes.map((one) => (
            <li key={one.id}>
              <a href={`/p/${one.slug}`} aria-current={one.id === programme.id ? "true" : undefined}>
                {one.name}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
