"use client";

import { useTranslations } from "next-intl";
import type { ChangeAddress } from "../change/change-query";
import type { ShownChange } from "../change/outcome-card";
import styles from "./glance.module.css";
import { WHOLE_GLANCE } from "./glance-address";
import { GlanceControls } from "./glance-controls";
import { GlanceForest } from "./glance-forest";
import { glanceDomains } from "./glance-rows";
import { GlanceTable } from "./glance-table";
import { GlanceWaves } from "./glance-waves";

/** The five domains in one sight: which way each cohort went in each outcome, how far and how surely. Nothing is added up. */
export function Glance(
  props: ShownChange & { readonly address: ChangeAddress; readonly onMove: (next: ChangeAddress) => void },
): React.JSX.Element | null {
  const { address, onMove, ...shown } = props;
  const t = useTranslations("glance");
  const { view, at, baseline } = shown;
  // Whether there is anything at all does not hang on what is chosen.
  if (glanceDomains(view, at.id, WHOLE_GLANCE).length === 0) return null;
  const domains = glanceDomains(view, at.id, address.glance);
  const leftOut = domains.reduce((sum, domain) => sum + domain.leftOut, 0);
  const Part = { forest: GlanceForest, waves: GlanceWaves, table: GlanceTable }[address.glance.view];
  return (
    <section className={styles.glance} aria-labelledby="glance">
      <h2 id="glance">{t("title")}</h2>
      <p className={styles.text}>{t("text", { from: baseline.label, to: at.label })}</p>
      <GlanceControls {...shown} address={address} onMove={onMove} />
      {leftOut > 0 ? (
        <p className={styles.text} role="status">
          {t("leftOut", { count: leftOut })}
        </p>
      ) : null}
      <Part {...shown} domains={domains.filter(({ outcomes }) => outcomes.length > 0)} />
    </section>
  );
}
