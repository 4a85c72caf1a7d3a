import type { FrameworkSource } from "@alongside/domain/framework/sources";
import styles from "./source-citation.module.css";

/** A source the way it is cited. Titles and names stay in the language they were published in. */
export function SourceCitation({ source }: { readonly source: FrameworkSource }): React.JSX.Element {
  const authors = source.authors?.join(", ");
  const issue = source.issue ? `(${source.issue})` : "";
  const volume = source.volume || issue ? `;${source.volume ?? ""}${issue}` : "";
  const article = source.articleNumber ? `:${source.articleNumber}` : "";
  const where = `${source.journal ? `${source.journal} ` : ""}${source.year}${volume}${article}`;
  return (
    <p className={styles.citation} lang="en">
      {[authors, source.title].filter((part) => part !== undefined).map((part) => `${part}. `)}
      {where}.{source.registration ? ` ${source.registration}.` : null}
      {source.doi ? (
        <>
          {" doi: "}
          <a href={`https://doi.org/${source.doi}`} rel="noreferrer noopener">
            {source.doi}
          </a>
        </>
      ) : null}
      {source.licence ? ` (${source.licence})` : null}
    </p>
  );
}
