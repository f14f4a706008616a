// One page's report by Lighthouse: its mobile preset, with the slow line and the slow processor
// that it simulates. The tests ask for what doesn't depend on time, the benchmark for how fast.

import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { CHROMIUM_FLAGS, chromiumPath } from "../tests/browser/support.mjs";

const LIGHTHOUSE = fileURLToPath(new URL("../node_modules/.bin/lighthouse", import.meta.url));
const MOST_BYTES = 64 * 1024 * 1024;

/** Lighthouse's categories that don't depend on time. */
export const UNTIMED = ["accessibility", "best-practices", "seo"];

/**
 * Audits the page at `url` in a Chromium of its own, by these of Lighthouse's categories, and by
 * single audits besides.
 *
 * - `scores`: of each category, of 100;
 * - `failing`: in words, each audit that costs one of these categories points;
 * - `values`: what each audit measured, by its id; milliseconds where it is a time.
 */
export async function audit(url, { categories, audits = [] }) {
  const flags = [
    "--output=json",
    "--quiet",
    "--no-enable-error-reporting",
    // No audit looks at it.
    "--disable-full-page-screenshot",
    `--only-categories=${categories}`,
    ...(audits.length > 0 ? [`--only-audits=${audits}`] : []),
    `--chrome-flags=${["--headless=new", ...CHROMIUM_FLAGS].join(" ")}`,
  ];
  const { stdout } = await promisify(execFile)(LIGHTHOUSE, [url, ...flags], {
    env: { ...process.env, CHROME_PATH: chromiumPath() },
    maxBuffer: MOST_BYTES,
  });
  const report = JSON.parse(stdout);
  if (report.runtimeError) throw new Error(`Lighthouse couldn't audit ${url}: ${report.runtimeError.message}`);
  const named = Object.values(report.categories).filter(({ id }) => categories.includes(id));
  return {
    scores: Object.fromEntries(named.map(({ id, score }) => [id, score === null ? NaN : Math.round(score * 100)])),
    failing: named.flatMap(({ auditRefs }) =>
      auditRefs
        .filter(({ id, weight }) => weight > 0 && (report.audits[id].score ?? 1) < 1)
        .map(({ id }) => inWords(report.audits[id])),
    ),
    values: Object.fromEntries(Object.entries(report.audits).map(([id, { numericValue }]) => [id, numericValue])),
  };
}

function inWords({ id, title, displayValue = "", details }) {
  const where = (details?.items ?? []).slice(0, 3).map(({ node, url }) => node?.snippet ?? url);
  return [`${id}: ${title} ${displayValue}`.trim(), ...where.filter(Boolean)].join("\n  ");
}
