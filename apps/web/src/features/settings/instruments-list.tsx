import type { Instrument } from "@alongside/domain/instruments/instrument";
import { localText } from "@alongside/domain/instruments/questionnaire-view";
import { readAskedOf } from "@alongside/domain/schedule/asked-of";
import { buttonClass } from "@alongside/ui/primitives/button";
import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { searchInstruments, useOf } from "./instrument-query";
import styles from "./instruments-list.module.css";
import { LicenceBadge } from "./licence-badge";
import { instrumentHref, sectionHref } from "./sections";
import settings from "./settings.module.css";
import type { Pack, Plan } from "./settings-views";
import { WordingBadge } from "./wording-badge";

/** The catalogue, what is in use first, with licence and wording said plainly. Drawn on the server; needs no script. */
export function InstrumentsList(props: {
  readonly base: string;
  readonly plan: Plan;
  readonly packs: readonly Pack[];
  readonly search: string;
}): React.JSX.Element {
  const t = useTranslations("settings.instruments");
  const { base, plan, packs, search } = props;
  const found = searchInstruments(search);
  const used = found.filter((instrument) => useOf(instrument, plan.instrumentUses));
  const others = found.filter((instrument) => !useOf(instrument, plan.instrumentUses));
  const cards = (list: readonly Instrument[]) => (
    <ul className={styles.list}>
      {list.map((instrument) => (
        <InstrumentCard key={instrument.code} base={base} plan={plan} packs={packs} instrument={instrument} />
      ))}
    </ul>
  );
  return (
    <>
      <search>
        <form className={styles.search}>
          <label className={settings.field}>
            <span>{t("search")}</span>
            <input type="search" name="q" defaultValue={search} maxLength={60} />
          </label>
          <button type="submit" className={buttonClass()}>
            {t("searchSubmit")}
          </button>
          {search ? (
            <Link href={sectionHref(base, "instruments")} className={buttonClass({ kind: "quiet" })} prefetch={false}>
              {t("searchClear")}
            </Link>
          ) : null}
        </form>
      </search>
      {found.length === 0 ? <p>{t("nothing")}</p> : null}
      {used.length > 0 ? (
        <div className={styles.group}>
          <h3>{t("inUse")}</h3>
          {cards(used)}
        </div>
      ) : search ? null : (
        <p>{t("noneInUse")}</p>
      )}
      {others.length > 0 ? (
        <div className={styles.group}>
          <h3>{t("available")}</h3>
          {cards(others)}
        </div>
      ) : null}
    </>
  );
}

function InstrumentCard(props: {
  readonly base: string;
  readonly plan: Plan;
  readonly packs: readonly Pack[];
  readonly instrument: Instrument;
}): React.JSX.Element {
  const t = useTranslations("settings.instruments");
  const language = useLocale();
  const { base, plan, packs, instrument } = props;
  const use = useOf(instrument, plan.instrumentUses);
  const labels = plan.timepoints.filter(({ code }) => use?.timepointCodes.includes(code)).map(({ label }) => label);
  return (
    <li className={styles.item}>
      <h4>
        <Link href={instrumentHref(base, instrument.code)} prefetch={false}>
          {instrument.abbreviation}
        </Link>
      </h4>
      <p>{localText(instrument.name, language)}</p>
      <p className={styles.meta}>
        {t(`tier.${instrument.tier}`)} · {t("items", { count: instrument.items.length })} ·{" "}
        {t("scores", { count: instrument.scales.length })}
      </p>
      {use ? (
        <p className={styles.meta}>
          {t("when")}: {labels.length === 0 ? t("always") : labels.join(", ")} · {t("whom")}:{" "}
          {t(`askedOf.${readAskedOf(use.askedOf)}`)}
        </p>
      ) : null}
      <div className={styles.badges}>
        <WordingBadge instrument={instrument} packs={packs} />
        {instrument.licence.status === "own" ? null : <LicenceBadge licence={instrument.licence} />}
        {instrument.validation === "new" ? <StatusBadge tone="caution">{t("new")}</StatusBadge> : null}
        {instrument.risks.length > 0 ? <StatusBadge tone="danger">{t("risk")}</StatusBadge> : null}
      </div>
    </li>
  );
}
