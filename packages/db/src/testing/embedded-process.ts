// A process that starts or joins an embedded server, says so in one line of JSON, and then waits to be killed.
// Run by tests through tsx, to have starters that are really separate.
import { startEmbedded } from "../embedded/start-embedded";

const started = await startEmbedded({ dataDir: process.argv[2] ?? "", log: () => {} });
process.stdout.write(`${JSON.stringify(started.ok ? started.value : started.failure)}\n`);
setInterval(() => {}, 60_000);
