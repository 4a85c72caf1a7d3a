"use client";

import { isRole } from "@alongside/domain/access/role";
import { Button } from "@alongside/ui/primitives/button";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import { useApi } from "@/trpc/client";
import { FormDialog } from "./form-dialog";
import { type RoleRow, RoleRows } from "./role-rows";
import styles from "./settings.module.css";
import type { Person, Plan } from "./settings-views";

/** Replaces the roles of one person. */
export function RolesDialog(props: {
  readonly programmeId: string;
  readonly person: Person | null;
  readonly sites: Plan["sites"];
  readonly onClose: () => void;
  readonly onSaved: () => void;
}): React.JSX.Element {
  const t = useTranslations("settings.people");
  const { person } = props;
  return (
    <FormDialog open={person !== null} title={t("editRoles", { name: person?.name ?? "" })} onClose={props.onClose}>
      {person ? <RolesForm {...props} person={person} /> : null}
    </FormDialog>
  );
}

function RolesForm(props: {
  readonly programmeId: string;
  readonly person: Person;
  readonly sites: Plan["sites"];
  readonly onSaved: () => void;
}): React.JSX.Element {
  const t = useTranslations("settings.people");
  const { person, programmeId } = props;
  const [rows, setRows] = useState<readonly RoleRow[]>(
    person.memberships.flatMap(({ role, siteId }, key) => (isRole(role) ? [{ key, held: { role, siteId } }] : [])),
  );
  const change = useMutation(useApi().person.changeRole.mutationOptions({ onSuccess: props.onSaved }));
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ programmeId, userId: person.id, roles: rows.map(({ held }) => held) });
      }}
    >
      <RoleRows rows={rows} sites={props.sites} onChange={setRows} />
      {change.error ? <FailureNotice error={change.error} /> : null}
      <div className={styles.actions}>
        <Button type="submit" kind="primary" disabled={change.isPending}>
          {t("submitRoles")}
        </Button>
      </div>
    </form>
  );
}
