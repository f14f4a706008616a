// The comparison over time: stepping, playing, and links to a moment; and the names of places.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { nameOf, parties, plain, wordsOf } from "./records.mjs";
import { eventually, inBothDirections, named } from "./reader.mjs";
import { closeBrowser, openPage, startSite } from "./support.mjs";

let site;
before(async () => { site = await startSite(); });
after(async () => { await closeBrowser(); await site.stop(); });
const at = { site: () => site };

const SEPTEMBER = "episodes/2022-september/";

/** The control over time, and what stands in the page beside it. */
function control({ page, words }) {
  const box = page.getByRole("region", { name: words.text("as-of.label") });
  const link = (name) => box.getByRole("link", { name: words.text(`as-of.${name}`), exact: true });
  return {
    box,
    slider: box.getByRole("slider"),
    status: box.getByRole("status"),
    first: link("first"),
    back: link("back"),
    on: link("on"),
    all: link("all"),
    play: box.getByRole("button"),
    maybe: page.getByRole("region", { name: words.text("section.maybe-said") }),
  };
}

/** The amounts in the two-by-two, in order. */
const amounts = (page) =>
  page.locator(".loss-amount").evaluateAll((all) => all.map((one) => one.textContent.replace(/[\u2066-\u2069]/g, "")));

const WHOLE = ["49", "105", "100", "100", "50", "—", "10", "40"];

inBothDirections("one steps through what was known, statement by statement, and the link keeps the moment", at, async ({ visit, words }) => {
  const reader = await visit({ path: SEPTEMBER });
  const { slider, status, first, back, on, all, maybe } = control(reader);
  const { page } = reader;
  assert.deepEqual(await amounts(page), WHOLE);
  assert.equal(await maybe.count(), 0);
  assert.equal(await on.count(), 0, "there is nothing after everything");

  await first.click();
  await eventually(async () => assert.match(plain(await slider.getAttribute("aria-valuetext")), /2022/));
  const { asof } = reader.address();
  assert.match(asof, /^2022-09-1\dT00:00$/);
  assert.deepEqual(await amounts(page), []);

  const seen = [asof];
  while (await on.count()) {
    const before = reader.address().asof;
    await on.click();
    await eventually(() => assert.notEqual(reader.address().asof, before));
    seen.push(reader.address().asof);
  }
  assert.equal(seen.at(-1), undefined, "at the last moment all is known");
  assert.ok(seen.length > 3, seen.join(" "));
  await eventually(async () => assert.deepEqual(await amounts(page), WHOLE));

  await back.click();
  await eventually(async () => assert.equal(await maybe.count(), 1, "what may have been said stands apart"));
  assert.match(plain(await status.innerText()), /2/, "how many reports were out");
  await all.click();
  await reader.seesAddress({ path: SEPTEMBER });
  assert.equal(plain(await status.innerText()), plain(words.text("as-of.note")));
});

inBothDirections("the slider goes by keyboard, keeps the focus, and is no step in the history", at, async ({ visit }) => {
  const reader = await visit({ path: SEPTEMBER, width: 360 });
  const { page } = reader;
  const { slider } = control(reader);
  const length = await page.evaluate(() => history.length);
  await slider.focus();
  // Towards the beginning, which is at the right where the page reads from there.
  const isRightToLeft = (await page.locator("html").getAttribute("dir")) === "rtl";
  const key = isRightToLeft ? "ArrowRight" : "ArrowLeft";
  for (let n = 0; n < 3; n += 1) await page.keyboard.press(key);
  await eventually(async () => {
    assert.match(reader.address().asof ?? "", /^2022-09-1\d/);
    assert.ok((await amounts(page)).length < WHOLE.length);
  });
  assert.ok(await slider.evaluate((one) => one === document.activeElement), "the focus stays");
  assert.equal(await slider.inputValue(), await slider.getAttribute("value"));
  assert.equal(await page.evaluate(() => history.length), length);
  await page.keyboard.press("End");
  await reader.seesAddress({ path: SEPTEMBER });
  assert.deepEqual(await amounts(page), WHOLE);
});

test("it plays from the beginning to the end, and stops when one says so", { timeout: 60_000 }, async () => {
  const { context, page } = await openPage({ site, lang: "en", path: SEPTEMBER });
  const words = wordsOf("en");
  const { play, on } = control({ page, words });
  assert.equal(await play.innerText(), words.text("as-of.play"));
  await play.click();
  await eventually(async () => assert.match(page.url(), /asof=/));
  assert.equal(await play.innerText(), words.text("as-of.stop"));
  const from = page.url();
  await eventually(() => assert.notEqual(page.url(), from));
  await play.click();
  assert.equal(await play.innerText(), words.text("as-of.play"));
  const held = page.url();
  await page.waitForTimeout(2500);
  assert.equal(page.url(), held, "it stands still");
  await play.click();
  await eventually(async () => assert.equal(await on.count(), 0), 20_000);
  await eventually(async () => assert.equal(await play.innerText(), words.text("as-of.play")));
  assert.deepEqual(await amounts(page), WHOLE);
  await context.close();
});

test("who wants less motion is offered no playing, and who has no script no control", { timeout: 60_000 }, async () => {
  const prepare = (page) => page.emulateMedia({ reducedMotion: "reduce" });
  const still = await openPage({ site, lang: "en", path: SEPTEMBER, prepare });
  assert.equal(await still.page.locator(".as-of").isVisible(), true);
  assert.equal(await still.page.locator("[data-play]").isVisible(), false);
  await still.context.close();
  const plainPage = await openPage({ site, lang: "en", path: SEPTEMBER, javaScriptEnabled: false });
  assert.equal(await plainPage.page.locator(".as-of").isVisible(), false);
  assert.deepEqual(await amounts(plainPage.page), WHOLE);
  await plainPage.context.close();
});

inBothDirections("a link to a moment opens at it: rows, states, map and empty cells", at, async ({ visit, words }) => {
  const reader = await visit({ path: `${SEPTEMBER}?asof=2022-09-14` });
  const { page } = reader;
  assert.deepEqual(await amounts(page), ["49", "100", "50", "—"]);
  const states = await page.locator(".states li").evaluateAll((all) => all.map((one) => one.dataset.state));
  const rows = await page.locator(".comparison .row").evaluateAll((all) => all.map((one) => one.dataset.state));
  assert.ok(rows.length > 0 && rows.every((state) => states.includes(state)), "the header's states are those of the rows");
  const empty = await page.locator(".cell[data-fill=no-statement]").first().innerText();
  assert.equal(plain(empty).includes(words.count("fill.no-statement-then", 2)), true, empty);
  const cited = await page.locator(".balance-parties").innerText();
  const whole = await visit({ path: SEPTEMBER });
  assert.notEqual(plain(cited), plain(await whole.page.locator(".balance-parties").innerText()));
});

inBothDirections("places are called as the reader chooses, on the map, in filters and in headings", at, async ({ visit, words }) => {
  const reader = await visit({ path: "events/2022-09-13-outbreak/" });
  const { page } = reader;
  const party = nameOf(parties, "azerbaijan", reader.lang);
  await page.locator(".names summary").click();
  await page.getByRole("link", { name: named(words.text("names.usage", { party })) }).click();
  await eventually(() => assert.equal(reader.address().names, "azerbaijan"));
  await eventually(async () => assert.match(await page.locator(".subject-meta").innerText(), /Gorus/));
  await reader.enterMap();
  await eventually(async () => assert.ok((await reader.marks()).some(({ name }) => name.includes("Gorus"))));
  const places = await reader.openFilter("place");
  assert.match(await places.innerText(), /Gorus/);
});
