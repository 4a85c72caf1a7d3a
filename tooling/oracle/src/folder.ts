import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type OracleCase, readCase } from "./case";
import { type CaseResult, runCase } from "./run";

/** Runs the cases of a folder, whose data lie in data/ inside it or beside it. A file that is no case is in error. */
export function runFolder(
  folder: string,
  wanted: (oracleCase: OracleCase) => boolean = () => true,
): readonly CaseResult[] {
  const data = [path.join(folder, "data"), path.join(folder, "..", "data")].find((place) => existsSync(place));
  const readData = (dataset: string): string => {
    if (data === undefined) throw new RangeError(`There is no data folder in or beside ${folder}`);
    return readFileSync(path.join(data, dataset), "utf8");
  };
  return filesOf(folder).flatMap((file) => {
    const found = readFile(path.join(folder, file));
    if (found.kind === "unreadable") return [unreadable(file, found.message)];
    return wanted(found.oracleCase) ? [runCase(found.oracleCase, readData)] : [];
  });
}

function filesOf(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort();
}

type Read =
  | { readonly kind: "case"; readonly oracleCase: OracleCase }
  | { readonly kind: "unreadable"; readonly message: string };

function readFile(file: string): Read {
  try {
    return { kind: "case", oracleCase: readCase(readFileSync(file, "utf8")) };
  } catch (failure) {
    return { kind: "unreadable", message: failure instanceof Error ? failure.message : String(failure) };
  }
}

function unreadable(file: string, message: string): CaseResult {
  return {
    name: file,
    family: "(not a case)",
    outcome: { kind: "error", message: `Not a case: ${message.replaceAll(/\s+/g, " ")}` },
    seconds: 0,
  };
}
