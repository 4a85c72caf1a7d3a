import { frameworkCounts } from "../src/framework/counts";

console.log(JSON.stringify(frameworkCounts()));
