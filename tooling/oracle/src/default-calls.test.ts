import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { readCase } from "./case";
import { hasPassed, runCase } from "./run";

const own = path.join(import.meta.dirname, "..");
const read = (name: string) => readFileSync(path.join(own, name), "utf8");

/** Cases whose columns and options say what their call does. */
const TOLD = [
  "paired_t__anorexia_cbt",
  "paired_effect__btheb_tau_8m",
  "wilcoxon_signed__cushny_exact",
  "two_sample__anorexia_gain_ft_vs_cont",
  "mann_whitney__btheb_2m_btheb_vs_tau",
  "oneway__affect_state_change_by_film",
  "lmm_ri__fdd_prop",
  "icc__selfreport_height",
  "kappa__sexualfun",
  "alpha__bfi_C",
  "omega__bfi_A",
];

it.each(TOLD)("%s is computed from its columns when the call is taken away", (name) => {
  const oracleCase = readCase(read(`cases/${name}.json`));
  const result = runCase({ ...oracleCase, r_call: null }, (dataset) => read(`data/${dataset}`));
  expect(result.outcome.kind === "compared" ? [] : result.outcome).toEqual([]);
  expect(hasPassed(result)).toBe(true);
});

it("are cases the project keeps", () => {
  const kept = readdirSync(path.join(own, "cases"));
  expect(TOLD.filter((name) => !kept.includes(`${name}.json`))).toEqual([]);
});
