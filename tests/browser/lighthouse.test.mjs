// What Lighthouse finds on a phone, as far as it doesn't depend on how fast this machine is;
// `make bench` measures that.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ARTICLE } from "../../tools/bench.mjs";
import { audit, UNTIMED } from "../../tools/lighthouse.mjs";
import { startHost } from "./host-page.mjs";
import { languages } from "./records.mjs";
import { startSite } from "./support.mjs";

const LAYOUT_SHIFT = "cumulative-layout-shift";
const kinds = { "the list": "", "an event": "events/2022-09-13-outbreak/" };

let site;
before(async () => { site = await startSite(); });
after(async () => { await site.stop(); });

for (const [kind, path] of Object.entries(kinds)) {
  for (const lang of languages) {
    test(`Lighthouse finds nothing to better in ${kind} but its speed, and nothing moves (${lang})`, async () => {
      const { scores, failing, values } = await audit(`${site.url}${lang}/${path}`, {
        categories: UNTIMED,
        audits: [LAYOUT_SHIFT],
      });
      const perfect = Object.fromEntries(UNTIMED.map((category) => [category, 100]));
      assert.deepEqual(scores, perfect, failing.join("\n"));
      assert.equal(values[LAYOUT_SHIFT], 0);
    });
  }
}

test("an event in another's article costs that nothing of what Lighthouse finds, and nothing moves", async () => {
  const host = await startHost({ site });
  // The sample asks not to be indexed.
  const categories = UNTIMED.filter((category) => category !== "seo");
  const { scores, failing, values } = await audit(`${host.url}${ARTICLE}`, { categories, audits: [LAYOUT_SHIFT] });
  await host.stop();
  assert.deepEqual(scores, Object.fromEntries(categories.map((category) => [category, 100])), failing.join("\n"));
  assert.equal(values[LAYOUT_SHIFT], 0);
});
