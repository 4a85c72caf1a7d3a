import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type OracleCase, readCase } from "./case";
import { type CaseResult, runCase } from "./run";

/** Runs the cases of a folder, whose data lie in data/ inside it or beside it. */
export function runFolder(
  folder: string,
  wanted: (oracleCase: OracleCase) => boolean = () => true,
): readonly CaseResult[] {
  const data = [path.join(folder, "data"), path.join(folder, "..", "data")].find((place) => existsSync(place));
  const readData = (dataset: string): string => {
    if (data === undefined) throw new RangeError(`There is no data folder in or beside ${folder}`);
    return readFileSync(path.join(data, dataset), "utf8");
  };
  return readCases(folder)
    .filter(wanted)
    .map((oracleCase) => runCase(oracleCase, readData));
}

function readCases(folder: string): readonly OracleCase[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return files.sort().map((file) => readCase(readFileSync(path.join(folder, file), "utf8")));
}
