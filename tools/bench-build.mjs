// What a build of many events costs: `node tools/bench-build.mjs [EVENTS]` generates records in a
// temporary folder, checks and publishes them with the native tool, publishes the shipped ones
// too, and compares time and memory with budgets.json. `make bench` calls the same measurements.

import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { buildSync } from "esbuild";
import { generateRecords } from "./generate-records.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SHIPPED = join(ROOT, "public/data");
const MANY = 10_000;
/** As Trunk leaves it, but for the names of scripts and sheets. */
export const TEMPLATE = "<!DOCTYPE html>\n<html>\n<head>\n<!-- head -->\n</head>\n<body>\n<!-- page -->\n</body>\n</html>\n";
const budgets = JSON.parse(readFileSync(join(ROOT, "budgets.json"), "utf8"));

/** The compiled tool. tools/qawlan.sh compiles it where its sources changed. */
function tool() {
  const made = spawnSync(join(ROOT, "tools/qawlan.sh"), ["--help"], { encoding: "utf8" });
  if (made.status !== 0) throw new Error(`bench: the native tool can't be compiled\n${made.stderr}`);
  return join(process.env.CARGO_TARGET_DIR ?? join(ROOT, "target"), "native/qawlan");
}

/** Runs a program to its end: `{ seconds, peakMb, output }`. The peak is the largest the program
 *  was seen at, asked for ten times a second of the system; NaN where it doesn't tell. */
async function run(binary, args) {
  const began = performance.now();
  const child = spawn(binary, args);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (output += part));
  let peakMb = NaN;
  const look = setInterval(() => {
    const line = statusOf(child.pid).match(/^VmHWM:\s+(\d+) kB$/m);
    if (line) peakMb = Number(line[1]) / 1024;
  }, 100);
  const status = await new Promise((resolve) => child.on("close", resolve));
  clearInterval(look);
  if (status !== 0) throw new Error(`bench: ${args[0]} failed\n${output}`);
  return { seconds: (performance.now() - began) / 1000, peakMb, output };
}

function statusOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return "";
  }
}

/** Cuts a folder's base map to where its places are. */
export function makeBaseMap(records, into) {
  const made = spawnSync(process.execPath, [join(ROOT, "tools/base-map.mjs"), into, "--records", records], { encoding: "utf8" });
  if (made.status !== 0) throw new Error(`bench: no base map\n${made.stderr}`);
  return into;
}

/** Makes what frames and snippets have inlined, as tools/pre-build.sh does. */
export function makeFrameParts(into) {
  const options = { bundle: true, minify: true, logLevel: "warning" };
  buildSync({ ...options, entryPoints: [join(ROOT, "style/frame-page.css")], outfile: join(into, "frame.css") });
  buildSync({ ...options, entryPoints: [join(ROOT, "public/frame.js")], format: "iife", target: "es2020", outfile: join(into, "frame.js") });
  const kept = { minifyWhitespace: true, minifyIdentifiers: true, logLevel: "warning" };
  buildSync({ ...kept, entryPoints: [join(ROOT, "public/snippets/listener.js")], outfile: join(into, "listener.js") });
  return into;
}

async function publish(binary, records, into) {
  const baseMap = makeBaseMap(records, `${into}-base-map.json`);
  const frame = makeFrameParts(`${into}-frame`);
  mkdirSync(into);
  writeFileSync(join(into, "index.html"), TEMPLATE);
  const published = await run(binary, ["publish", "--records", records, "--base-map", baseMap, "--frame", frame, "--pins", `${into}-pinned`, "--into", into]);
  const pages = Number(published.output.match(/publish: (\d+) pages/)?.[1]);
  return { ...published, pages };
}

/** How many elements a page has; what is written between comment marks isn't one. */
export const countElements = (html) => html.replace(/<!--[^]*?-->/g, "").match(/<[a-z]/gi)?.length ?? 0;

/** The most elements any page below the folder has, and which: `{ elements, page }`. */
export function heaviestPage(folder) {
  const pages = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith(".html"));
  const counted = pages.map((page) => ({ page, elements: countElements(readFileSync(join(folder, page), "utf8")) }));
  return counted.reduce((most, one) => (one.elements > most.elements ? one : most));
}

const compressedKb = (path) => {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  return brotliCompressSync(readFileSync(path), { params }).length / 1024;
};

/** Publishes the records that ship: `{ seconds, peakMb, pages }`. */
export async function measureShipped() {
  const folder = mkdtempSync(join(tmpdir(), "qawlan-bench-"));
  try {
    const { seconds, peakMb, pages } = await publish(tool(), SHIPPED, join(folder, "site"));
    return { seconds, peakMb, pages };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Generates, checks and publishes records of `events` events: seconds, peak memory and pages of
 *  the publishing; seconds of the check; the heaviest page; what a visit loads of the index. */
export async function measureBuild(events) {
  const folder = mkdtempSync(join(tmpdir(), "qawlan-bench-"));
  try {
    const [records, site] = [join(folder, "records"), join(folder, "site")];
    const counts = generateRecords({ events, folder: records });
    const binary = tool();
    const check = await run(binary, ["check", records]);
    const { seconds, peakMb, pages } = await publish(binary, records, site);
    const files = ["index", "search"].map((name) => [name, compressedKb(join(site, `published/en/${name}.json`))]);
    return { seconds, peakMb, pages, checkSeconds: check.seconds, counts, heaviest: heaviestPage(site), filesKb: Object.fromEntries(files) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function row(what, measured, unit, budget) {
  if (Number.isNaN(measured)) {
    console.log(`${what.padEnd(44)} unknown: this system doesn't tell`);
    return;
  }
  const verdict = budget === undefined ? "" : ` of ${budget}  ${measured <= budget ? "ok" : "OVER"}`;
  console.log(`${what.padEnd(44)} ${measured.toFixed(1).padStart(7)} ${unit}${verdict}`);
  if (measured > budget) process.exitCode = 1;
}

/** Prints what building costs beside its budgets; the exit code tells of an excess. */
export async function main(events = MANY) {
  const shipped = await measureShipped();
  row(`publishing the shipped records, ${shipped.pages} pages`, shipped.seconds, "s", budgets.build_shipped_s);
  const many = await measureBuild(events);
  const isBudgeted = events === MANY;
  console.log(Object.entries(many.counts).map(([kind, count]) => `${count} ${kind}`).join(", "));
  row("checking them", many.checkSeconds, "s");
  row(`publishing them, ${many.pages} pages`, many.seconds, "s", isBudgeted ? budgets.build_10000_s : undefined);
  row("memory at its peak", many.peakMb, "MB", isBudgeted ? budgets.build_10000_mb : undefined);
  row(`elements of ${many.heaviest.page}`.slice(0, 43), many.heaviest.elements, "", budgets.nodes);
  for (const [name, kb] of Object.entries(many.filesKb)) row(`published/en/${name}.json, compressed`, kb, "KB");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv[2] && Number(process.argv[2]));
