// How long the app keeps a slow phone busy while it starts: the tasks over 50 ms until it has
// taken the page over and laid it out, on a processor four times slower than this one. The map comes
// after that, where it is in view, and is counted apart. `node tools/long-tasks.mjs` prints the
// median of five visits to the explorer and to the heaviest event, in every language.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { closeBrowser, DIST, openPage, startSite } from "../tests/browser/support.mjs";

const TIMES_SLOWER = 4;
const VISITS = 5;

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Slows the page's processor down and has it note every long task, and what the app says of itself. */
const slowed = async (page) => {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: TIMES_SLOWER });
  await page.addInitScript(() => {
    window.seen = { tasks: [] };
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) window.seen.tasks.push({ startTime, duration });
    }).observe({ type: "longtask", buffered: true });
    new MutationObserver(() => {
      window.seen[document.documentElement.dataset.app] ??= performance.now();
    }).observe(document, { subtree: true, attributeFilter: ["data-app"] });
  });
};

/** One visit: how long its long tasks were, before and after the map was asked for, and the start. */
async function visit(site, lang, path) {
  const { context, page } = await openPage({ site, lang, path, width: 360, height: 740, prepare: slowed });
  try {
    await page.waitForLoadState("networkidle");
    return await page.evaluate(async () => {
      // A long task is reported after its end.
      await new Promise((resolve) => setTimeout(resolve, 500));
      const { tasks, starting, running } = window.seen;
      const files = performance.getEntriesByType("resource");
      const arrived = (ending) => files.find(({ name }) => name.endsWith(ending))?.responseEnd ?? Infinity;
      const [appFrom, mapFrom] = [arrived(".wasm"), arrived("leaflet.js")];
      const lasting = (from, to) =>
        tasks
          .filter(({ startTime }) => startTime >= from && startTime < to)
          .map(({ duration }) => duration);
      return { start: lasting(appFrom, mapFrom), map: lasting(mapFrom, Infinity), startedMs: running - starting };
    });
  } finally {
    await context.close();
  }
}

/**
 * Medians of five visits to `<lang>/<path>` with empty caches: the longest task and how many were
 * over 50 ms from the arrival of the app's module on, the longest while the map was drawn, and how
 * long the start took. What came before the module, above all the first layout, is the document's own.
 */
export async function measureLongTasks(lang, path) {
  const site = await startSite();
  try {
    const visits = [];
    for (let n = 0; n < VISITS; n += 1) visits.push(await visit(site, lang, path));
    const longest = (durations) => Math.max(0, ...durations);
    return {
      lang,
      path,
      longestMs: median(visits.map(({ start }) => longest(start))),
      count: median(visits.map(({ start }) => start.length)),
      mapMs: median(visits.map(({ map }) => longest(map))),
      startedMs: median(visits.map(({ startedMs }) => startedMs)),
    };
  } finally {
    await site.stop();
  }
}

/** The address below the language of the event whose page is the largest. */
export function heaviestEvent(lang) {
  const folder = join(DIST, lang, "events");
  const bytes = (id) => statSync(join(folder, id, "index.html")).size;
  const [id] = readdirSync(folder).sort((one, other) => bytes(other) - bytes(one));
  return `events/${id}/`;
}

async function main() {
  const manifest = JSON.parse(readFileSync(new URL("../public/data/manifest.json", import.meta.url), "utf8"));
  console.log(`Tasks over 50 ms while the app starts, ${TIMES_SLOWER} times slower, medians of ${VISITS}`);
  for (const { code } of manifest.languages) {
    for (const path of ["", heaviestEvent(code)]) {
      const { longestMs, count, mapMs, startedMs } = await measureLongTasks(code, path);
      const [longest, map, started] = [longestMs, mapMs, startedMs].map((ms) => ms.toFixed(0));
      console.log(
        `${`${code}/${path}`.padEnd(36)} ${count} tasks, longest ${longest} ms; started after ${started} ms; map ${map} ms`,
      );
    }
  }
  await closeBrowser();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
