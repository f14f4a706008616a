// A frame shows what its address asks for, by itself where it can, and else by the app.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { eventually, inBothDirections, inOneLanguage } from "./reader.mjs";
import { episodes, eventsOnTopic, manifest, nameOf, plain, topics } from "./records.mjs";
import { closeBrowser, startSite } from "./support.mjs";

let site;
before(async () => { site = await startSite(); });
after(async () => { await closeBrowser(); await site.stop(); });
const at = { site: () => site };

const EVENT = "events/2022-09-13-outbreak/";
/** One with losses of both parties. */
const FIGHTING = "events/2021-11-16-border-fighting/";
const EPISODE = "episodes/2022-september/";
const [, second] = manifest.pair;

/** Opens a frame page by itself, without the app unless it starts. */
const frame = (visit, query, subject = EVENT) => visit({ path: `embed/${subject}${query}`, waitForApp: false });

/** The parts that can be seen. */
const parts = (page) =>
  page.locator("[data-part]:visible").evaluateAll((all) => [...new Set(all.map(({ dataset }) => dataset.part))]);

/** What a reader sees of the two sides: whose they are, in which place, and in which signs. */
const sides = (page) =>
  page.locator("#page").evaluate((page) => {
    const sided = [...page.querySelectorAll(".row, .third, .seal, .cell, .side, .loss-row, .loss-row > *, .loss-table th, .plot-mark, .timeline-step")];
    return sided.map((element) => [
      element.getAttribute("class"), element.dataset.party, element.dataset.whose, element.getAttribute("d"),
      // A row gives its reason in a sentence of its own, in the order of the build.
      element.matches(".row") ? element.dataset.topic : element.textContent.replace(/\s+/g, " ").trim(),
    ].join(" | "));
  });

inOneLanguage("a frame shows the part its address names, and the whole comparison where it names none", at, async ({ visit }) => {
  const { page } = await frame(visit, "");
  const own = page.url();
  for (const [query, subject, shown] of [
    ["", EVENT, ["comparison", "sources"]],
    ["?view=losses", EPISODE, ["losses", "sources"]],
    ["?view=timeline&theme=dark", EVENT, ["timeline", "sources"]],
    ["?view=map", EVENT, ["map", "sources"]],
    ["", "", ["list", "map", "sources"]],
    ["?view=list", "", ["list", "sources"]],
    ["?view=timeline", "", ["sources", "timeline"]],
    // What it hasn't got, and what there isn't.
    ["?view=list", EVENT, ["comparison", "sources"]],
    ["?view=%22%5D&theme=blue&controls=yes&row=%22%5D%7B%7D", EVENT, ["comparison", "sources"]],
  ]) {
    await page.goto(new URL(`../../${subject}${query}`, own).href);
    assert.deepEqual((await parts(page)).sort(), shown.sort(), query);
    const { theme, controls, row } = await page.evaluate(() => ({ ...document.documentElement.dataset }));
    assert.deepEqual([theme, controls, row], [query.includes("dark") ? "dark" : undefined, undefined, undefined], query);
  }
});

inOneLanguage("a frame of one row shows that topic alone, also once the app has it", at, async ({ visit }) => {
  for (const query of ["?row=who-attacked-first", "?row=who-attacked-first&names=both"]) {
    const { page } = await frame(visit, query);
    if (query.includes("names")) await page.locator("html[data-app=running]").waitFor({ state: "attached" });
    const topics = await page.locator(".row:visible").evaluateAll((rows) => rows.map(({ dataset }) => dataset.topic));
    assert.deepEqual(topics, ["who-attacked-first"]);
    assert.ok((await page.locator(".row").count()) > 1);
  }
});

inBothDirections("the sides that a frame exchanges by itself stand as the app would have put them", at, async ({ visit }) => {
  for (const [subject, view] of [[EVENT, ""], [FIGHTING, ""], [EPISODE, "&view=losses"]]) {
    const { page } = await frame(visit, `?first=${second}${view}&controls=on`, subject);
    const exchanged = await sides(page);
    assert.equal(await page.locator("html").getAttribute("data-app"), null);
    const standing = await page.locator(".side-first, .loss-row-first > td").first().getAttribute("data-party");
    assert.equal(standing, second);
    await page.locator('.names a[href*="names=both"]').evaluate((link) => link.click());
    await page.locator("html[data-app=running]").waitFor({ state: "attached" });
    assert.deepEqual(exchanged, await sides(page), subject + view);
  }
});

inOneLanguage("a control that needs the app starts it, and then does what it says", at, async ({ visit }) => {
  const { page } = await frame(visit, "?controls=on&theme=dark");
  const steps = await page.evaluate(() => history.length);
  await page.locator(".names > summary").click();
  await page.locator('.names a[href*="names=both"]').click();
  await page.locator("html[data-app=running]").waitFor({ state: "attached" });
  await eventually(async () => {
    const query = new URL(page.url()).searchParams;
    assert.deepEqual(Object.fromEntries(query), { names: "both", controls: "on", theme: "dark" });
  });
  assert.equal(await page.locator('.names [aria-current="true"]').evaluate((link) => new URL(link.href).searchParams.get("names")), "both");
  assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
  // The page stands by itself here, so steps back are the reader's; in an article there are none.
  assert.ok((await page.evaluate(() => history.length)) <= steps + 1);
});

inOneLanguage("the slider over time starts the app, which goes to the moment it was moved to", at, async ({ visit }) => {
  const { page } = await frame(visit, "?controls=on");
  const slider = page.locator(".as-of input");
  await slider.focus();
  await page.keyboard.press("Home");
  await page.locator("html[data-app=running]").waitFor({ state: "attached" });
  await eventually(() => assert.ok(new URL(page.url()).searchParams.get("asof")));
});

inOneLanguage("played from the static page, the time goes on by itself", at, async ({ visit }) => {
  const { page } = await frame(visit, "?controls=on");
  await page.locator("[data-play]").click();
  await page.locator("html[data-app=running]").waitFor({ state: "attached" });
  await page.locator("[data-playing]").waitFor();
  await eventually(() => assert.ok(new URL(page.url()).searchParams.get("asof")));
});

inOneLanguage("a frame of a filtered list says what it is narrowed to, and a reader with controls filters on", at, async ({ visit, lang, words }) => {
  const { page } = await frame(visit, "?topic=ceasefire&controls=on", "");
  await page.locator("html[data-app=running]").waitFor({ state: "attached" });
  const only = page.locator(".list-only");
  assert.equal(plain(await only.innerText()), words.text("list.only", { values: nameOf(topics, "ceasefire", lang) }));
  const narrowed = eventsOnTopic("ceasefire");
  const listed = () => page.locator(".event-card").evaluateAll((cards) => cards.map(({ dataset }) => dataset.eventId).sort());
  assert.deepEqual(await listed(), narrowed);
  await page.locator("details.facet", { has: page.locator('[name="episode"]') }).locator("summary").click();
  await page.locator('[name="episode"][value="2022-september"]').check();
  await eventually(async () => {
    assert.ok((await listed()).length < narrowed.length);
    assert.ok(plain(await only.innerText()).includes(plain(nameOf(episodes, "2022-september", lang))));
  });
  await page.locator(".clear-link").first().click();
  await eventually(async () => assert.equal(await only.count(), 0));
});

inOneLanguage("a frame as of a moment shows it without being asked", at, async ({ visit }) => {
  const { page } = await frame(visit, "?asof=2022-09-13T00:00");
  await page.locator("html[data-app=running]").waitFor({ state: "attached" });
  assert.ok(await page.locator(".as-of-moment").isVisible());
});
