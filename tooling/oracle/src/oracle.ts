import { parseArgs } from "node:util";
import { runFolder } from "./folder";
import { printResults } from "./print";
import { hasPassed } from "./run";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quiet: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    family: { type: "string", multiple: true },
    case: { type: "string", multiple: true },
  },
});
const [folder] = positionals;
if (folder === undefined || positionals.length > 1) {
  console.error("Usage: pnpm oracle <folder of cases> [--quiet] [--json] [--family NAME] [--case NAME]");
  process.exit(2);
}
const results = runFolder(folder, ({ family, name }) => {
  return (values.family?.includes(family) ?? true) && (values.case?.includes(name) ?? true);
});
if (results.length === 0) {
  console.error(`No case in ${folder} is meant`);
  process.exit(2);
}
console.log(values.json ? JSON.stringify(results, undefined, 2) : printResults(results, values.quiet));
process.exitCode = results.every(hasPassed) ? 0 : 1;
