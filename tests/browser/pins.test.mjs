// Pins in a browser: copies of frames that need nothing but themselves, and tell where they may that the
// record has changed since.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { eventually } from "./reader.mjs";
import { plain, wordsOf } from "./records.mjs";
import { closeBrowser, DIST, openPage, startSite } from "./support.mjs";

let site;
before(async () => (site = await startSite()));
after(async () => {
  await site.stop();
  await closeBrowser();
});

const pins = readdirSync(join(DIST, "pinned")).filter((name) => name.endsWith(".html"));

/** Opens a pin. `now(version)` answers for the site's version file; without it the site does. */
async function openPin(name, { now, ...options } = {}) {
  const prepare = async (page) => {
    if (!now) return;
    await page.route("**/versions/**", async (route) => {
      const response = await route.fetch();
      const answer = now(await response.json());
      await (answer ? route.fulfill({ response, json: answer }) : route.abort());
    });
  };
  return openPage({ site, lang: "en", path: `../pinned/${name}`, waitForApp: false, prepare, ...options });
}

const news = (page) => page.locator(".pin-news").innerText().then(plain);
const corrections = [
  { date: "2031-08-02", day: "2 August 2031", what: "A time was corrected.", why: "It was misread." },
  { date: "2031-08-09", day: "9 August 2031", what: "A number was corrected.", why: "The report corrected itself." },
];

test("there are pins, and each shows both sides and its sources without a script", async () => {
  assert.ok(pins.length >= 2);
  for (const name of pins) {
    const { context, page, errors, foreign } = await openPin(name, { javaScriptEnabled: false, width: 360 });
    for (const side of ["first", "second"]) assert.ok(await page.locator(`.cell-${side} .claim`).first().isVisible(), `${name}: ${side}`);
    assert.ok(await page.locator("#sources").isVisible());
    assert.ok(await page.locator(".pin-note").isVisible());
    assert.ok(await page.locator("a.frame-open").isVisible());
    assert.deepEqual([errors, foreign], [[], []]);
    await context.close();
  }
});

test("a pin of a record that is as it was says nothing of changes", async () => {
  const known = ({ pin, known }) => ({ version: pin, changes: Array(Number(known)).fill(corrections[0]) });
  for (const name of pins) {
    let own;
    const asIs = await openPin(name);
    own = await asIs.page.locator("html").evaluate(({ dataset }) => ({ ...dataset }));
    await asIs.context.close();
    const { context, page, errors } = await openPin(name, { now: () => known(own) });
    await page.waitForLoadState("networkidle");
    assert.equal(await news(page), "");
    assert.deepEqual(errors, []);
    await context.close();
  }
});

test("a pin tells that the record has changed since, when, what and why, and none of what it knew", async () => {
  for (const name of pins) {
    const { context, page, errors } = await openPin(name, {
      now: (version) => ({ ...version, version: "0000000000000000", changes: [...version.changes, ...corrections] }),
    });
    const { lang, known } = await page.locator("html").evaluate(({ lang, dataset }) => ({ lang, known: Number(dataset.known) }));
    await eventually(async () => assert.equal(await news(page), plain(wordsOf(lang).text("static.pin-changed"))));
    const told = await page.locator(".pin-note li").allInnerTexts();
    // What was corrected between the pin and this build comes first.
    assert.ok(told.length >= corrections.length && Number.isInteger(known));
    assert.deepEqual(
      told.slice(-corrections.length).map(plain),
      corrections.map(({ day, what, why }) => `${day} · ${what} ${why}`),
    );
    assert.deepEqual(errors, []);
    await context.close();
  }
});

test("where nobody answers a pin stays as it is", async () => {
  const { context, page } = await openPin(pins[0], { now: () => undefined });
  await page.waitForLoadState("networkidle");
  assert.equal(await news(page), "");
  assert.ok(await page.locator(".cell-first .claim").first().isVisible());
  await context.close();
});
