// Separate from `first.cjs` because old Node versions cannot parse `import()`.
module.exports = async (/** @type {string | undefined} */ mode) => (await import("./prepare.mjs")).prepareAndRun(mode);
