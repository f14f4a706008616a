// How long the app keeps a slow phone busy while it starts: the tasks over 50 ms until it has
// taken the page over, on a processor four times slower than this one. `node tools/long-tasks.mjs`
// prints the median of five visits to the explorer and to the heaviest event, in every language.

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

/** One visit: its long tasks from our script's first line on, and how long the app took to run. */
async function visit(site, lang, path) {
  const { context, page } = await openPage({ site, lang, path, width: 360, height: 740, prepare: slowed });
  try {
    return await page.evaluate(async () => {
      // A long task is reported after its end.
      await new Promise((resolve) => setTimeout(resolve, 500));
      const { tasks, starting, running } = window.seen;
      const ours = tasks.filter(({ startTime, duration }) => startTime + duration > starting);
      return { durations: ours.map(({ duration }) => duration), startedMs: running - starting };
    });
  } finally {
    await context.close();
  }
}

/**
 * The longest task, how many were over 50 ms, and how long the start took, each the median of
 * five visits to `<lang>/<path>` with empty caches. Tasks that ended before the first script ran,
 * the parser's and the first layout's, are the document's and don't count.
 */
export async function measureLongTasks(lang, path) {
  const site = await startSite();
  try {
    const visits = [];
    for (let n = 0; n < VISITS; n += 1) visits.push(await visit(site, lang, path));
    return {
      lang,
      path,
      longestMs: median(visits.map(({ durations }) => Math.max(0, ...durations))),
      count: median(visits.map(({ durations }) => durations.length)),
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
      const { longestMs, count, startedMs } = await measureLongTasks(code, path);
      console.log(
        `${`${code}/${path}`.padEnd(44)} ${count} tasks, longest ${longestMs.toFixed(0)} ms, started after ${startedMs.toFixed(0)} ms`,
      );
    }
  }
  await closeBrowser();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
