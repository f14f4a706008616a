// Puts the sample host pages beside the site, with the listener that they run. They are of the
// records that ship: where a build has other records, pages and pictures that they show are
// missing, and the samples are left out whole.
//
//   node tools/samples.mjs FOLDER

import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { load } from "cheerio";

const SAMPLES = "public/samples";
/** Attributes that hold an address. */
const ADDRESSES = ["href", "src", "data-pym-src"];

/** Every relative address in a page, without query and fragment. */
function addresses(html) {
  const $ = load(html);
  const all = ADDRESSES.flatMap((name) => $(`[${name}]`).get().map((one) => $(one).attr(name)));
  return all.filter((address) => !/^\w+:/.test(address)).map((address) => address.replace(/[?#].*/, ""));
}

const folder = process.argv[2];
if (!folder || !existsSync(folder)) {
  console.error(`samples: ${folder ? `there is no ${folder}` : "no folder"}. Type:  node tools/samples.mjs FOLDER`);
  process.exit(1);
}
const there = join(folder, "samples");
cpSync(SAMPLES, there, { recursive: true });
copyFileSync("public/snippets/listener.js", join(there, "listener.js"));

const isFile = (path) => existsSync(path) && statSync(path).isFile();
const missing = readdirSync(there)
  .filter((name) => name.endsWith(".html"))
  .flatMap((name) => addresses(readFileSync(join(there, name), "utf8")))
  .find((address) => ![join(there, address), join(there, address, "index.html")].some(isFile));
if (missing !== undefined) {
  console.warn(`samples: left out, since these records have no ${missing}, which they show`);
  rmSync(there, { recursive: true });
}
