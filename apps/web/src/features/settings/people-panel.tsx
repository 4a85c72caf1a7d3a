"use client";

import { isRole } from "@alongside/domain/access/role";
import { Button } from "@alongside/ui/primitives/button";
import { type Column, DataTable } from "@alongside/ui/primitives/data-table";
import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { AddPerson } from "./add-person";
import { Invitations } from "./invitations";
import { PersonConfirm, type PersonQuestion } from "./person-confirm";
import { RolesDialog } from "./roles-dialog";
import { SavedLine } from "./saved-line";
import styles from "./settings.module.css";
import type { Invitation, Person, Plan } from "./settings-views";
import { useSettled } from "./use-settled";

/** Everybody who works in the programme, and what can be done about each. */
export function PeoplePanel(props: {
  readonly programmeId: string;
  readonly ownId: string;
  readonly people: readonly Person[];
  readonly invitations: readonly Invitation[];
  readonly sites: Plan["sites"];
}): React.JSX.Element {
  const t = useTranslations("settings.people");
  const words = useTranslations("settings");
  const roleWords = useTranslations("shell.role");
  const language = useLocale();
  const { programmeId, sites } = props;
  const [edited, setEdited] = useState<Person | null>(null);
  const [question, setQuestion] = useState<PersonQuestion | null>(null);
  const settled = useSettled(() => {
    setEdited(null);
    setQuestion(null);
  });
  const siteName = (id: string | null) => sites.find((site) => site.id === id)?.name ?? t("allSites");
  const ask = (kind: PersonQuestion["kind"], person: Person) => {
    settled.begin();
    setQuestion({ kind, person });
  };
  const columns: readonly Column<Person>[] = [
    {
      id: "name",
      header: words("name"),
      cell: ({ id, name }) => (id === props.ownId ? `${name} (${t("you")})` : name),
      sortKey: ({ name }) => name,
    },
    { id: "email", header: t("email"), cell: ({ email }) => email, sortKey: ({ email }) => email },
    {
      id: "roles",
      header: t("roles"),
      cell: ({ memberships }) => (
        <ul className={styles.plainList}>
          {memberships.map(({ id, role, siteId }) => (
            <li key={id}>{t("roleAt", { role: isRole(role) ? roleWords(role) : role, site: siteName(siteId) })}</li>
          ))}
        </ul>
      ),
    },
    { id: "state", header: words("state"), cell: (person) => <AccountState person={person} /> },
    {
      id: "actions",
      header: words("actions"),
      cell: (person) => {
        const { name } = person;
        // One's own account: the password is changed in the person menu, and nobody shuts themselves out.
        const other = person.id !== props.ownId;
        return (
          <div className={styles.rowActions}>
            <Button size="small" onClick={() => setEdited(person)} aria-label={t("changeNamed", { name })}>
              {t("change")}
            </Button>
            {other ? (
              <Button size="small" onClick={() => ask("reset", person)} aria-label={t("resetNamed", { name })}>
                {t("reset")}
              </Button>
            ) : null}
            {other && person.hasSecondFactor ? (
              <Button
                size="small"
                onClick={() => ask("second-step", person)}
                aria-label={t("secondStepNamed", { name })}
              >
                {t("secondStep")}
              </Button>
            ) : null}
            {other && !person.disabledAt ? (
              <Button size="small" onClick={() => ask("way-in", person)} aria-label={t("wayInNamed", { name })}>
                {t("wayIn")}
              </Button>
            ) : null}
            {other && !person.disabledAt ? (
              <Button size="small" onClick={() => ask("sign-out", person)} aria-label={t("signOutNamed", { name })}>
                {t("signOut")}
              </Button>
            ) : null}
            {!other ? null : person.disabledAt ? (
              <Button size="small" onClick={() => ask("enable", person)} aria-label={t("enableNamed", { name })}>
                {t("enable")}
              </Button>
            ) : (
              <Button size="small" onClick={() => ask("disable", person)} aria-label={t("disableNamed", { name })}>
                {t("disable")}
              </Button>
            )}
          </div>
        );
      },
    },
  ];
  return (
    <>
      <DataTable
        caption={t("caption")}
        captionHidden
        columns={columns}
        rows={props.people}
        rowKey={({ id }) => id}
        language={language}
      />
      <SavedLine saved={settled.saved} />
      <Invitations programmeId={programmeId} invitations={props.invitations} />
      <AddPerson programmeId={programmeId} sites={sites.filter(({ active }) => active)} />
      <RolesDialog
        programmeId={programmeId}
        person={edited}
        sites={sites}
        onClose={() => setEdited(null)}
        onSaved={settled.settle}
      />
      <PersonConfirm
        programmeId={programmeId}
        question={question}
        onClose={() => setQuestion(null)}
        onDone={settled.settle}
      />
    </>
  );
}

function AccountState({ person }: { readonly person: Person }): React.JSX.Element {
  const t = useTranslations("settings.people.state");
  if (person.disabledAt) return <StatusBadge tone="danger">{t("disabled")}</StatusBadge>;
  if (person.mustChangePassword) return <StatusBadge tone="caution">{t("first")}</StatusBadge>;
  return (
    <>
      <StatusBadge tone="good">{t("active")}</StatusBadge>
      {person.hasSecondFactor ? <p className={styles.note}>{t("secondStep")}</p> : null}
    </>
  );
}
