"use client";

import { ROLES, type Role } from "@alongside/domain/access/role";
import { Button } from "@alongside/ui/primitives/button";
import { useTranslations } from "next-intl";
import styles from "./settings.module.css";

export interface HeldRole {
  readonly role: Role;
  /** Null: every site. */
  readonly siteId: string | null;
}

interface SiteName {
  readonly id: string;
  readonly name: string;
}

/** Choosing one role and where it counts. */
export function RoleChoice(props: {
  readonly value: HeldRole;
  readonly sites: readonly SiteName[];
  readonly onChange: (value: HeldRole) => void;
}): React.JSX.Element {
  const t = useTranslations("settings.people");
  const roles = useTranslations("shell.role");
  const { value } = props;
  return (
    <>
      <label className={styles.field}>
        <span>{t("role")}</span>
        <select
          value={value.role}
          onChange={(event) =>
            props.onChange({ ...value, role: ROLES.find((role) => role === event.target.value) ?? value.role })
          }
        >
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {roles(role)}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.field}>
        <span>{t("site")}</span>
        <select
          value={value.siteId ?? ""}
          onChange={(event) => props.onChange({ ...value, siteId: event.target.value || null })}
        >
          <option value="">{t("allSites")}</option>
          {props.sites.map((site) => (
            <option key={site.id} value={site.id}>
              {site.name}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

/** A role in the list, with the key under which the screen knows it. */
export interface RoleRow {
  readonly key: number;
  readonly held: HeldRole;
}

/** Any number of roles, each with its site. */
export function RoleRows(props: {
  readonly rows: readonly RoleRow[];
  readonly sites: readonly SiteName[];
  readonly onChange: (rows: readonly RoleRow[]) => void;
}): React.JSX.Element {
  const t = useTranslations("settings.people");
  const roles = useTranslations("shell.role");
  const { rows } = props;
  const next = Math.max(-1, ...rows.map(({ key }) => key)) + 1;
  return (
    <>
      {rows.map((row) => (
        <div key={row.key} className={styles.inline}>
          <RoleChoice
            value={row.held}
            sites={props.sites}
            onChange={(held) => props.onChange(rows.map((one) => (one.key === row.key ? { ...one, held } : one)))}
          />
          <Button
            kind="quiet"
            onClick={() => props.onChange(rows.filter((one) => one.key !== row.key))}
            aria-label={t("dropRole", { role: roles(row.held.role) })}
          >
            ×
          </Button>
        </div>
      ))}
      {rows.length === 0 ? <p className={styles.note}>{t("noRoles")}</p> : null}
      <div>
        <Button onClick={() => props.onChange([...rows, { key: next, held: { role: "evaluator", siteId: null } }])}>
          {t("addRole")}
        </Button>
      </div>
    </>
  );
}
