"use client";

import { useTranslations } from "next-intl";
import type { LaboratorySetting } from "@/features/laboratory/laboratory-view";
import styles from "./counselling.module.css";
import { CounsellingPanel } from "./counselling-panel";

/** One person's counselling, on the page of their results. */
export function CounsellingSection(props: {
  readonly setting: LaboratorySetting;
  readonly participantId: string;
  readonly mayRecord: boolean;
}): React.JSX.Element {
  const t = useTranslations("worklists.counselling");
  return (
    <section className={styles.block} aria-labelledby="counselling">
      <h2 id="counselling">{t("title")}</h2>
      <CounsellingPanel {...props} onChanged={() => undefined} />
    </section>
  );
}
