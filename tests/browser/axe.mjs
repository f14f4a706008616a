// What axe finds in a page as it stands.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Brings axe into a page, once. Where scripts are off no timer ever fires: axe only yields by
 *  them, so there they are due at once. */
export async function bringAxe(page, { javaScriptEnabled = true } = {}) {
  if (!javaScriptEnabled) {
    await page.evaluate(() => {
      window.setTimeout = (work, _, ...values) => {
        Promise.resolve().then(() => work(...values));
        return 0;
      };
    });
  }
  await page.evaluate(axe);
}

/** What axe finds now: how many rules held, and for each that didn't its name and where. */
export function runAxe(page) {
  return page.evaluate(async (values) => {
    const { passes, violations } = await window.axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] });
    const words = violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join("  ")}`);
    return { held: passes.length, violations: words };
  }, RULES);
}
