import type { Tolerance, ToleranceOf } from "./compare";

interface Looser extends Tolerance {
  readonly family: string;
  readonly path: RegExp;
  /** What the notes of the family's cases say. */
  readonly because: string;
}

/** Fields for which the notes of their family name another tolerance than the case does. Never by case. */
const LOOSER: readonly Looser[] = [
  {
    family: "oneway_anova",
    path: /^(tukey_hsd\/\d+\/(lwr|upr)|games_howell\/\d+\/ci_(lo|hi))$/,
    relative: 1e-3,
    absolute: 1e-8,
    because: "R's qtukey stops early: compare Tukey CIs at 1e-3 relative",
  },
  {
    family: "lmm",
    path: /^((fixed|kenward_roger)\/\d+\/(df|Pr\.\.\.t\.\.)|anova_satterthwaite\/\d+\/(DenDF|Pr\.\.F\.)|kenward_roger\/.*)$/,
    relative: 1e-3,
    absolute: 1e-6,
    because: "Satterthwaite df (numeric derivatives) and Kenward-Roger to 1e-3",
  },
  {
    family: "mmrm",
    path: /^(coef\/\d+\/(df_satterthwaite|p)|contrasts\/\d+\/(df|p|ci95\/\d))$/,
    relative: 1e-3,
    absolute: 1e-6,
    because: "Compare estimates at 1e-5, df at 1e-3",
  },
  {
    family: "mmrm",
    path: /^nlme_gls\/(coef|se)\//,
    relative: 1e-3,
    absolute: 1e-6,
    because: "nlme stops before its optimum: the two fits a case holds of one model differ by up to 1.2e-4",
  },
  {
    family: "mmrm",
    path: /^max_abs_gradient$/,
    relative: 0,
    absolute: 1e-3,
    because: "own REML, nlminb to gradient ~1e-4: how near that search came to the zero it looked for",
  },
];

/** The tolerance of each field of a case. */
export function tolerancesFor(family: string, stated: Tolerance): ToleranceOf {
  const rows = LOOSER.filter((row) => row.family === family);
  return (path) => {
    const looser = rows.find((row) => row.path.test(path));
    if (looser === undefined) return stated;
    return {
      relative: Math.max(stated.relative, looser.relative),
      absolute: Math.max(stated.absolute, looser.absolute),
      stated,
    };
  };
}
