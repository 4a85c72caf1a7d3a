import type { Instrument } from "@alongside/domain/instruments/instrument";
import { localText } from "@alongside/domain/instruments/questionnaire-view";
import { readAskedOf } from "@alongside/domain/schedule/asked-of";
import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { EnableForm } from "./enable-form";
import { InstrumentFacts } from "./instrument-facts";
import { packsOf } from "./instrument-query";
import { readResponsePath } from "./response-path";
import { ScalesTable } from "./scales-table";
import { loadWordingHref, sectionHref } from "./sections";
import styles from "./settings.module.css";
import type { Pack, Plan } from "./settings-views";

/** One instrument of the catalogue: what it is, how it is scored, and whether the programme uses it. */
export function InstrumentScreen(props: {
  readonly base: string;
  readonly plan: Plan;
  readonly packs: readonly Pack[];
  readonly instrument: Instrument;
}): React.JSX.Element {
  const t = useTranslations("settings.instruments");
  const language = useLocale();
  const { base, plan, packs, instrument } = props;
  const { code, edition, abbreviation } = instrument;
  const stored = plan.instrumentUses.find((one) => one.instrument === code && one.edition === edition);
  const next = Math.max(-1, ...plan.instrumentUses.map(({ position }) => position)) + 1;
  const lacksWording = instrument.wording === "pack" && packsOf(instrument, packs).length === 0;
  return (
    <>
      <Link href={sectionHref(base, "instruments")} prefetch={false}>
        {t("back")}
      </Link>
      <div>
        <h3>
          {abbreviation}: {localText(instrument.name, language)}
        </h3>
        <p className={styles.note}>
          {t(`tier.${instrument.tier}`)} · {t("edition", { edition })} ·{" "}
          {t("items", { count: instrument.items.length })}
        </p>
        <p className={styles.badges}>
          <StatusBadge tone={stored?.active ? "good" : "neutral"}>
            {stored?.active ? t("inUse") : t("notUsed")}
          </StatusBadge>
          {instrument.validation === "new" ? <StatusBadge tone="caution">{t("new")}</StatusBadge> : null}
          {instrument.risks.length > 0 ? <StatusBadge tone="danger">{t("risk")}</StatusBadge> : null}
        </p>
      </div>
      <EnableForm
        key={`${code} ${stored?.active}`}
        programmeId={plan.id}
        instrument={{ code, edition, name: abbreviation }}
        timepoints={plan.timepoints.filter(({ active }) => active)}
        now={{
          active: stored?.active ?? false,
          timepointCodes: stored?.timepointCodes ?? [],
          askedOf: stored ? readAskedOf(stored.askedOf) : (instrument.askedOf ?? "everyone"),
          position: stored?.position ?? next,
          responsePath: readResponsePath(stored?.responsePath),
        }}
        risky={instrument.risks.length > 0}
      />
      {lacksWording ? (
        <p>
          {t.rich("missingWording", {
            link: (text) => (
              <Link href={loadWordingHref(base, code)} prefetch={false}>
                {text}
              </Link>
            ),
          })}
        </p>
      ) : null}
      <section className={styles.section}>
        <h3>{t("facts")}</h3>
        <InstrumentFacts instrument={instrument} packs={packs} />
      </section>
      <section className={styles.section}>
        <h3>{t("scales")}</h3>
        <ScalesTable instrument={instrument} />
      </section>
    </>
  );
}
