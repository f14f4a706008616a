// How soon the list answers a keystroke where there are many events: `node tools/latency.mjs [EVENTS]`
// generates records, publishes them around the app that lies in dist/, and types words into the
// search box, letter by letter and back, at this processor's speed and four times slower. Compared
// with budgets.json; `make bench` calls it.

import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { closeBrowser, DIST, openPage } from "../tests/browser/support.mjs";
import { makeBaseMap, makeFrameParts } from "./bench-build.mjs";
import { generateRecords } from "./generate-records.mjs";
import { start } from "./serve-nginx.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const MANY = 2_000;
const TIMES_SLOWER = 4;
/** What is typed: a common word, two words, a name, a word mistyped, nonsense. */
const TYPED = ["shelling", "north village", "ambush", "shellnig", "zzxq"];

/** The template that dist/ was made from, read back from one of its pages. */
function template() {
  const page = readFileSync(join(DIST, "en/index.html"), "utf8");
  const isPart = (line) => /data-app=|<script src=|rel="stylesheet"|rel="icon"/.test(line);
  const parts = page.split("\n").filter(isPart).map((line) => line.replaceAll('"../', '"./'));
  return `<!DOCTYPE html>\n<html>\n<head>\n<!-- head -->\n${parts.join("\n")}\n</head>\n<body>\n<!-- page -->\n</body>\n</html>\n`;
}

/** Publishes that many generated events around the app; answers the folder. */
function publish(folder, events) {
  const [records, site] = [join(folder, "records"), join(folder, "site")];
  generateRecords({ events, folder: records });
  mkdirSync(site);
  for (const { name } of readdirSync(DIST, { withFileTypes: true }).filter((entry) => entry.isFile() && !/\.(html|br|gz)$/.test(entry.name))) {
    copyFileSync(join(DIST, name), join(site, name));
  }
  for (const name of readdirSync(DIST).filter((name) => name.startsWith("leaflet"))) cpSync(join(DIST, name), join(site, name), { recursive: true });
  writeFileSync(join(site, "index.html"), template());
  const baseMap = makeBaseMap(records, join(folder, "base-map.json"));
  mkdirSync(join(site, "published"));
  copyFileSync(baseMap, join(site, "published/base-map.json"));
  const made = spawnSync(
    join(ROOT, "tools/qawlan.sh"),
    ["publish", "--records", records, "--base-map", baseMap, "--frame", makeFrameParts(join(folder, "frame")), "--pins", join(folder, "pinned"), "--into", site],
    { encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(`bench: publishing failed\n${made.stderr}`);
  return site;
}

/**
 * Types in the page: for each keystroke how many milliseconds went by until the list had changed and
 * was laid out, and the most elements the document had.
 */
const type = (texts) => {
  const box = document.getElementById("search");
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
  const task = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(0);
    });
  const once = async (text) => {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 30)));
    const began = performance.now();
    set.call(box, text);
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    // What follows an event runs before the next task.
    await task();
    void document.body.offsetHeight;
    return performance.now() - began;
  };
  return (async () => {
    const said = () => document.querySelector(".list-found").textContent;
    const whole = said();
    await once("zzxq");
    // The texts that are searched come at the first letter; until then the list stays whole.
    while (said() === whole) await new Promise((resolve) => setTimeout(resolve, 20));
    await once("");
    const times = [];
    let elements = 0;
    for (const text of texts) {
      const steps = [...Array(text.length).keys()].map((n) => text.slice(0, n + 1));
      for (const step of [...steps, ...steps.toReversed().slice(1), ""]) {
        times.push(await once(step));
        elements = Math.max(elements, document.querySelectorAll("*").length);
      }
    }
    return { times, elements };
  })();
};

const at = (times, share) => times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];

async function visit(site, rate) {
  const { context, page } = await openPage({ site, lang: "en", width: 360, height: 740 });
  try {
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate });
    const { times, elements } = await page.evaluate(type, TYPED);
    return { median: at(times, 0.5), high: at(times, 0.95), keystrokes: times.length, elements };
  } finally {
    await context.close();
  }
}

/** What keystrokes cost with that many events: at this speed, and `TIMES_SLOWER`. */
export async function measureLatency(events = MANY) {
  const folder = mkdtempSync(join(tmpdir(), "qawlan-bench-"));
  try {
    const site = await start({ root: publish(folder, events) });
    try {
      return { usual: await visit(site, 1), slow: await visit(site, TIMES_SLOWER) };
    } finally {
      await site.stop();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Prints what a keystroke costs beside its budgets; the exit code tells of an excess. */
export async function main(events = MANY) {
  const budgets = JSON.parse(readFileSync(join(ROOT, "budgets.json"), "utf8"));
  const { usual, slow } = await measureLatency(events);
  await closeBrowser();
  const row = (what, measured, unit, budget) => {
    console.log(`${what.padEnd(56)} ${measured.toFixed(1).padStart(7)} ${unit} of ${budget}  ${measured <= budget ? "ok" : "OVER"}`);
    if (measured > budget) process.exitCode = 1;
  };
  console.log(`From keystroke to updated list, ${events} events, ${usual.keystrokes} keystrokes`);
  row("median", usual.median, "ms", budgets.keystroke_ms);
  row("95th percentile", usual.high, "ms", budgets.keystroke_p95_ms);
  row(`median on a processor ${TIMES_SLOWER} times slower`, slow.median, "ms", budgets.keystroke_slow_ms);
  row("elements in the document at most", Math.max(usual.elements, slow.elements), "", budgets.nodes);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv[2] && Number(process.argv[2]));
