"use client";

import { Button, buttonClass } from "@alongside/ui/primitives/button";
import { useFormatter, useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import styles from "./change-controls.module.css";
import { type ChangeAddress, changeHref, followUpsOf } from "./change-query";
import type { ChangePlace, ChangeView, Timepoint } from "./change-view";

/** Which follow-up, which site, and taking the table away. Every state has an address that a colleague can open. */
export function ChangeControls(props: {
  readonly place: ChangePlace;
  readonly view: ChangeView;
  readonly at: Timepoint | null;
  readonly address: ChangeAddress;
  readonly onMove: (address: ChangeAddress) => void;
}): React.JSX.Element {
  const { place, view, at, address, onMove } = props;
  const t = useTranslations("change.controls");
  const format = useFormatter();
  const path = `${place.base}/change`;
  const follow = (event: MouseEvent, next: ChangeAddress) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onMove(next);
  };
  const { threshold, meansFrom: means } = view.table;
  const followUps = followUpsOf(view.table);
  return (
    <div className={styles.controls}>
      <div className={styles.row}>
        {followUps.length > 0 ? (
          <nav className={styles.times} aria-label={t("time")}>
            <span className={styles.label}>{t("time")}</span>
            <ul>
              {followUps.map((timepoint) => {
                const next = { ...address, at: timepoint.code };
                return (
                  <li key={timepoint.id}>
                    <a
                      href={changeHref(path, next)}
                      aria-current={timepoint.id === at?.id ? "true" : undefined}
                      onClick={(event) => follow(event, next)}
                    >
                      {timepoint.label}
                    </a>
                  </li>
                );
              })}
            </ul>
          </nav>
        ) : null}
        {view.sites.length > 1 ? (
          <label className={styles.site}>
            <span className={styles.label}>{t("site")}</span>
            <select
              value={address.site ?? ""}
              onChange={(event) => onMove({ ...address, site: event.target.value || null })}
            >
              <option value="">{t("allSites")}</option>
              {view.sites.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <span className={styles.tools}>
          {place.verbs.includes("change.export") && at && view.definitions === null ? (
            <a
              className={buttonClass({ size: "medium" })}
              href={changeHref(`${path}/table`, { ...address, at: at.code })}
            >
              {t("csv")}
            </a>
          ) : null}
          <Button kind="quiet" onClick={() => window.print()}>
            {t("print")}
          </Button>
        </span>
      </div>
      <p className={styles.facts}>
        {t("computed", { at: format.dateTime(new Date(view.computedAt), { dateStyle: "medium", timeStyle: "short" }) })}{" "}
        {threshold > 1 ? t("threshold", { threshold, means }) : t("noThreshold")}
      </p>
    </div>
  );
}
