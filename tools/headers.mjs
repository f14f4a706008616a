// Writes `_headers` into a built site: hosts that read it send one policy with every file, so it has
// to allow, by hash, what the site's frames, pins and samples have inlined. What each page may run is
// still what its own policy says: a browser obeys both.
//
//   node tools/headers.mjs FOLDER

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const SETTINGS = fileURLToPath(new URL("../hosting/_headers", import.meta.url));
/** Folders, wherever they lie, of pages with anything inlined. */
const OWN_POLICY = /(^|\/)(embed|pinned|samples)\//;

/** The hashes that a page's own policy allows, by directive. */
function hashesOf(html) {
  const [, policy = ""] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html) ?? [];
  const directives = policy.split(";").map((directive) => directive.trim().split(/\s+/));
  return directives.flatMap(([name, ...values]) => values.filter((value) => value.startsWith("'sha256-")).map((value) => [name, value]));
}

const [folder] = process.argv.slice(2);
if (!folder || !existsSync(folder)) {
  console.error(`headers: ${folder ? `there is no ${folder}` : "no folder"}. Type:  node tools/headers.mjs FOLDER`);
  process.exit(1);
}
const pages = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith(".html") && OWN_POLICY.test(path));
const allowed = new Map();
for (const path of pages) {
  for (const [directive, hash] of hashesOf(readFileSync(join(folder, path), "utf8"))) {
    allowed.set(directive, (allowed.get(directive) ?? new Set()).add(hash));
  }
}
const settings = readFileSync(SETTINGS, "utf8").replace(/^ +Content-Security-Policy: .*$/m, (policy) =>
  policy.replace(/([a-z-]+-src)((?: '[^']*'| [a-z]+:)*)/g, (whole, directive) => [whole, ...(allowed.get(directive) ?? [])].join(" ")),
);
writeFileSync(join(folder, "_headers"), settings);
