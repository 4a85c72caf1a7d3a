"use client";

import type { AppRouter } from "@alongside/api/router";
import { SuppressedValue } from "@alongside/ui/primitives/suppressed-value";
import { useQuery } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useFormatter, useTranslations } from "next-intl";
import { useApi } from "@/trpc/client";
import styles from "./stepped-back.module.css";

type Groups = inferRouterOutputs<AppRouter>["withdrawal"]["count"]["groups"];

/**
 * Where in the flow of participants those are who stepped back: still counted, counted as far as they came, or in no figure.
 * Nothing while the numbers are on their way, or not to be had.
 */
export function SteppedBack({ programmeId }: { readonly programmeId: string }): React.JSX.Element | null {
  const t = useTranslations("steppedBack");
  const api = useApi();
  const { data } = useQuery(api.withdrawal.count.queryOptions({ programmeId }));
  if (!data) return null;
  const { groups, method } = data;
  const isNobody = groups.every(({ people }) => people.kind === "exact" && people.n === 0);
  return (
    <section className={styles.section} data-part="stepped-back" aria-labelledby="stepped-back">
      <h2 id="stepped-back">{t("title")}</h2>
      {isNobody ? (
        <p>{t("nobody")}</p>
      ) : (
        <>
          <p className={styles.text}>{t(method === "exact" ? "text" : "textRounded")}</p>
          <dl className={styles.groups}>
            {groups.map(({ group, people }) => (
              <div key={group}>
                <dt>
                  {t(`group.${group}`)}
                  <small>{t(`meaning.${group}`)}</small>
                </dt>
                <dd>
                  <People people={people} />
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}

function People({ people }: { readonly people: Groups[number]["people"] }): React.JSX.Element {
  const t = useTranslations("steppedBack");
  const parts = useTranslations("parts");
  const format = useFormatter();
  switch (people.kind) {
    case "exact":
      return <>{format.number(people.n)}</>;
    case "rounded":
      return <>{people.n === 0 ? format.number(0) : t("about", { n: people.n })}</>;
    case "hidden":
      return (
        <SuppressedValue
          sign={parts("suppressed", { threshold: people.below })}
          reason={parts("suppressedReason", { threshold: people.below })}
        />
      );
    case "not-shown":
      return <SuppressedValue sign="–" reason={t("notShown")} />;
  }
}
