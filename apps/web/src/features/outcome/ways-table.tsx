import { useTranslations } from "next-intl";
import { FigureTable, TableBeside } from "./figure-table";
import type { Estimate } from "./outcome-view";
import { useFigures } from "./use-figures";

/** One way of computing a figure, as it stands in a row of a chart. */
interface Way {
  readonly id: string;
  readonly label: string;
  readonly note: string;
  readonly estimate: Estimate;
  readonly text: string;
}

/** The ways of computing a figure as a table beside their chart: number of people, value with interval, p value. */
export function WaysTable(props: {
  /** What opens the table. */
  readonly show: string;
  readonly caption: string;
  /** Heading of the column that names the ways. */
  readonly corner: string;
  readonly ways: readonly Way[];
}): React.JSX.Element {
  const t = useTranslations("outcomeLong");
  const figures = useFigures();
  return (
    <TableBeside label={props.show}>
      <FigureTable
        caption={props.caption}
        head={[props.corner, t("n"), t("value"), t("p")]}
        rows={props.ways.map(({ id, label, note, estimate, text }) => ({
          id,
          cells: [
            `${label}, ${note}`,
            estimate.kind === "estimate" ? figures.count(estimate.n) : "–",
            text,
            estimate.kind === "estimate" && estimate.test ? figures.p(estimate.test.pValue) : "–",
          ],
        }))}
      />
    </TableBeside>
  );
}
