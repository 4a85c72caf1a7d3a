"use client";

import { isRole } from "@alongside/domain/access/role";
import { Button } from "@alongside/ui/primitives/button";
import { useMutation } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { FailureNotice } from "@/features/failure/failure-notice";
import { useApi } from "@/trpc/client";
import styles from "./settings.module.css";
import type { Invitation } from "./settings-views";
import { useSettled } from "./use-settled";

/** Who was invited and has not come yet, each to take back. */
export function Invitations(props: {
  readonly programmeId: string;
  readonly invitations: readonly Invitation[];
}): React.JSX.Element | null {
  const t = useTranslations("settings.people");
  const roleWords = useTranslations("shell.role");
  const format = useFormatter();
  const settled = useSettled();
  const revoke = useMutation(
    useApi().invitation.revoke.mutationOptions({ onMutate: settled.begin, onSuccess: settled.settle }),
  );
  if (props.invitations.length === 0) return null;
  const { programmeId } = props;
  return (
    <section className={styles.card}>
      <h3>{t("invited")}</h3>
      <ul className={styles.plainList}>
        {props.invitations.map(({ id, name, email, role, expiresAt }) => (
          <li key={id}>
            {t("invitedLine", {
              ...{ name, email, role: isRole(role) ? roleWords(role) : role },
              until: format.dateTime(expiresAt, { dateStyle: "medium", timeStyle: "short" }),
            })}{" "}
            <Button
              size="small"
              disabled={revoke.isPending}
              onClick={() => revoke.mutate({ programmeId, invitationId: id })}
              aria-label={t("revokeNamed", { name })}
            >
              {t("revoke")}
            </Button>
          </li>
        ))}
      </ul>
      {revoke.error ? <FailureNotice error={revoke.error} /> : null}
    </section>
  );
}
