import { Notice } from "@alongside/ui/primitives/notice";
import { useFormatter, useTranslations } from "next-intl";
import { definitionHref, definitionsHref } from "@/features/cohort-definition/definition-address";
import { changeHref } from "./change-query";
import type { ChangePlace, ChangeView } from "./change-view";

/** Which cohorts the table is of where these are not the arms, and what must not be read into it. */
export function DefinedNotice(props: {
  readonly place: ChangePlace;
  readonly view: ChangeView;
}): React.JSX.Element | null {
  const t = useTranslations("change.defined");
  const format = useFormatter();
  const { place, view } = props;
  if (view.definitions === null) return null;
  const afterwards = view.definitions.filter(({ isKnownAtBaseline }) => !isKnownAtBaseline);
  return (
    <Notice tone={afterwards.length > 0 ? "caution" : "information"} announced={false} title={t("title")}>
      <ul>
        {view.definitions.map(({ id, name, number }) => (
          <li key={id}>
            <a href={definitionHref(place.base, id)}>{name}</a> {t("version", { number })}
          </li>
        ))}
      </ul>
      <p>{t("overlap")}</p>
      {afterwards.length > 0 ? (
        <p>{t("afterwards", { names: format.list(afterwards.map(({ name }) => name)) })}</p>
      ) : null}
      <p>
        <a href={`${definitionsHref(place.base)}?${cohortsOf(view.definitions)}`}>{t("others")}</a>{" "}
        <a href={changeHref(`${place.base}/change`, { at: null, site: null, snapshot: view.snapshot?.id ?? null })}>
          {t("arms")}
        </a>
      </p>
    </Notice>
  );
}

function cohortsOf(definitions: readonly { readonly id: string }[]): string {
  return new URLSearchParams(definitions.map(({ id }) => ["cohort", id])).toString();
}
