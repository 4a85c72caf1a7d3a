// The first file that runs on a newcomer's machine. It is written in the JavaScript of 2009 and imports nothing, so that
// even a very old Node can read it far enough to say what is missing. Everything newer starts behind `launch.cjs`.
// biome-ignore-all lint/suspicious/noVar: must parse on any Node.
// biome-ignore-all lint/complexity/useArrowFunction: must parse on any Node.
// biome-ignore-all lint/style/useTemplate: must parse on any Node.

/**
 * Why this version of Node will not do, or an empty string when it will.
 * @param {string} version such as "20.19.4"
 * @returns {string}
 */
function nodeComplaint(version) {
  var parts = version.split(".");
  var major = Number(parts[0]);
  var minor = Number(parts[1]);
  var good = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;
  if (good) return "";
  var trouble =
    major === 21 || major === 23
      ? ", of a short-lived line that is no longer maintained and that this program does not support"
      : ", which is too old";
  return (
    "You have Node " +
    version +
    trouble +
    ".\n" +
    "Node 20.19 or newer of an even (long-term) line is needed; in the 22 line, 22.12 or newer.\n" +
    "Get the current LTS from https://nodejs.org, or through your version manager, and run the command again.\n" +
    "Nothing was installed or changed."
  );
}

module.exports = { nodeComplaint: nodeComplaint };

function start() {
  var complaint = nodeComplaint(process.versions.node);
  if (complaint) {
    console.error("\n" + complaint + "\n");
    process.exit(1);
  }
  require("./launch.cjs")(process.argv[2]);
}

if (require.main === module) start();
