"use client";

import { REPORT_LANGUAGES, REPORT_SECTIONS } from "@alongside/domain/report/report-document";
import type { ReportTexts } from "@alongside/domain/report/report-request";
import { Button } from "@alongside/ui/primitives/button";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { WatchedField } from "@/features/free-text/watched-field";
import settings from "@/features/settings/settings.module.css";
import type { ReportAddress } from "./report-address";
import styles from "./report-screen.module.css";
import type { ReportView } from "./report-view";

/** Chooses what stands in a report, and takes the words the programme writes itself. */
export function ReportForm(props: {
  readonly address: ReportAddress;
  readonly view: Pick<ReportView, "arms" | "times" | "time">;
  readonly onChoose: (address: ReportAddress, texts: ReportTexts) => void;
}): React.JSX.Element {
  const t = useTranslations("report.form");
  const { address, view } = props;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    props.onChoose(...chosen(new FormData(event.currentTarget), props));
  };
  return (
    <form onSubmit={submit} className={`${settings.card} ${styles.form}`}>
      <h2>{t("title")}</h2>
      <div className={styles.row}>
        <fieldset className={settings.fieldset}>
          <legend>{t("language")}</legend>
          {REPORT_LANGUAGES.map((one) => (
            <label key={one} className={settings.choice}>
              <input type="radio" name="language" value={one} defaultChecked={one === address.language} />
              <span lang={one}>{t(`languages.${one}`)}</span>
            </label>
          ))}
        </fieldset>
        <label className={settings.field}>
          <span>{t("time")}</span>
          <select name="at" defaultValue={view.time ?? ""}>
            {view.times.map(({ code, label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </select>
        </label>
        {view.arms.length > 1 ? (
          <fieldset className={settings.fieldset}>
            <legend>{t("arms")}</legend>
            {view.arms.map(({ id, name }) => (
              <label key={id} className={settings.choice}>
                <input
                  type="checkbox"
                  name="arm"
                  value={id}
                  defaultChecked={address.cohortIds === undefined || address.cohortIds.includes(id)}
                />
                {name}
              </label>
            ))}
          </fieldset>
        ) : null}
      </div>
      <fieldset className={settings.fieldset}>
        <legend>{t("parts")}</legend>
        <div className={styles.parts}>
          {REPORT_SECTIONS.map((section) => (
            <label key={section} className={settings.choice}>
              <input type="checkbox" name="part" value={section} defaultChecked={address.sections.includes(section)} />
              {t(`sections.${section}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <details>
        <summary>{t("words")}</summary>
        <div className={styles.texts}>
          <WatchedField name="title" maxLength={200} label={t("reportTitle")} place={settings.field} />
          <WatchedField name="who" rows={3} maxLength={2000} label={t("who")} place={settings.field} />
          <WatchedField name="limits" rows={5} maxLength={4000} label={t("limits")} place={settings.field} />
          <p className={settings.note}>{t("wordsHint")}</p>
        </div>
      </details>
      <div className={settings.actions}>
        <Button type="submit">{t("show")}</Button>
      </div>
    </form>
  );
}

function chosen(
  form: FormData,
  { address, view }: Parameters<typeof ReportForm>[0],
): readonly [ReportAddress, ReportTexts] {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const sections = REPORT_SECTIONS.filter((section) => form.getAll("part").includes(section));
  const arms = view.arms.map(({ id }) => id).filter((id) => form.getAll("arm").includes(id));
  const { cohortIds: _, timepointCode: __, ...rest } = address;
  const at = text("at");
  return [
    {
      ...rest,
      language: REPORT_LANGUAGES.find((one) => one === form.get("language")) ?? address.language,
      sections: sections.length === 0 ? address.sections : sections,
      ...(at === "" ? {} : { timepointCode: at }),
      ...(arms.length === 0 || arms.length === view.arms.length ? {} : { cohortIds: arms }),
    },
    { title: text("title"), who: text("who"), limits: text("limits") },
  ];
}
