import type { DataPackage } from "./data-package";
import type { PackageTables, Table, Variable } from "./tables-of";
import { codebookOf } from "./write-codebook";

/**
 * `datapackage.json` of the Frictionless Data Package, version 1: every CSV with its fields, limits and missing values, so that
 * programs that know the standard check and read it by themselves.
 * Source: specs.frictionlessdata.io/data-package and /table-schema.
 */
export function descriptorOf(given: DataPackage, made: PackageTables): Readonly<Record<string, unknown>> {
  const { stamp, madeAt, language, terms } = given;
  const entries = codebookOf(given, made);
  return {
    ...{ profile: "tabular-data-package", name: `data-${stamp.code}`, created: madeAt },
    ...{ version: stamp.hash, description: terms.map(({ label, value }) => `${label}: ${value}`).join("\n") },
    resources: made.tables.map((table) => {
      const own = entries.filter((entry) => entry.table === table.name);
      const codes = own.flatMap(({ missing }) => missing.map(({ value }) => String(value)));
      return {
        ...{
          profile: "tabular-data-resource",
          name: table.name,
          path: `${table.name}.csv`,
          title: table.label[language],
        },
        ...{ format: "csv", mediatype: "text/csv", encoding: "utf-8" },
        schema: {
          fields: table.variables.map((variable) => fieldOf(variable, language)),
          missingValues: ["", ...new Set(codes)],
          ...keyOf(table),
        },
      };
    }),
  };
}

function fieldOf({ name, type, label, values, measure }: Variable, language: DataPackage["language"]) {
  const limits = measure?.range ?? null;
  const constraints = {
    ...(limits === null ? {} : { minimum: limits.minimum, maximum: limits.maximum }),
    ...(values.length === 0 ? {} : { enum: values.map(({ value }) => value) }),
  };
  return {
    ...{ name, title: label[language], type: type === "text" ? "string" : type },
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
  };
}

/** Of the wide table the person; of the long one person, time and measure; of the others person and time. */
function keyOf({ name, variables }: Table): { readonly primaryKey?: readonly string[] } {
  const has = (column: string) => variables.some((one) => one.name === column);
  const wanted =
    name === "scores-wide"
      ? ["person"]
      : name === "scores-long"
        ? ["person", "timepoint", "measure"]
        : ["person", "timepoint"];
  return wanted.every(has) ? { primaryKey: wanted } : {};
}
