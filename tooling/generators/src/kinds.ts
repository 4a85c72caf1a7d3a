import { assay } from "./kinds/assay";
import { chart } from "./kinds/chart";
import { codebook } from "./kinds/codebook";
import { decision } from "./kinds/decision";
import { format } from "./kinds/format";
import { instrument } from "./kinds/instrument";
import { language } from "./kinds/language";
import { procedure } from "./kinds/procedure";
import { question } from "./kinds/question";
import { statistic } from "./kinds/statistic";
import type { Kind } from "./plan";

/** Everything that can be generated, in the order the menu shows. A test keeps it equal to the folder kinds/. */
export const KINDS: readonly Kind[] = [
  instrument,
  codebook,
  statistic,
  question,
  assay,
  chart,
  procedure,
  format,
  language,
  decision,
];
