// Runs the tests in Chromium, two files at a time: those that take longest first, so that the two end
// together. `node --test` would take them by their names.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../tests/browser", import.meta.url));
/** The longest first; all others follow. */
const LONG = ["script-off", "failing", "lighthouse", "every-page", "sharing", "accessibility", "take-over", "taking-along", "reading", "filtering", "copying", "frame-height"];
const AT_ONCE = 2;

const name = (file) => file.replace(".test.mjs", "");
const place = (file) => (LONG.includes(name(file)) ? LONG.indexOf(name(file)) : LONG.length);
const files = readdirSync(FOLDER).filter((file) => file.endsWith(".test.mjs")).sort((a, b) => place(a) - place(b) || a.localeCompare(b));

run({ files: files.map((file) => join(FOLDER, file)), concurrency: AT_ONCE })
  .on("test:fail", () => {
    process.exitCode = 1;
  })
  .compose(new spec())
  .pipe(process.stdout);
