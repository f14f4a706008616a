// List, map and timeline are one: what is chosen in any is the same state in all.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { allEvents, events, eventsAt, eventsOfEpisode, plain } from "./records.mjs";
import { eventually, inBothDirections, inOneLanguage } from "./reader.mjs";
import { closeBrowser, startSite } from "./support.mjs";

let site;
before(async () => { site = await startSite(); });
after(async () => { await closeBrowser(); await site.stop(); });
const at = { site: () => site };

/** The order in which events are listed. */
const order = ({ page }) => page.locator(".event-list [data-event-id]").evaluateAll((all) => all.map(({ dataset }) => dataset.eventId));

inBothDirections("a stroke over the timeline chooses a time, its handles and table follow, and a chip takes it back", at, async ({ lang, visit, words }) => {
  const reader = await visit();
  const { page } = reader;
  const chart = await page.locator(".brush-bars").boundingBox();
  // Time runs the way the page is read. Of 25 months the 13th to the 17th hold November 2021.
  const x = (step) => (lang === "ar" ? chart.x + chart.width * (1 - (step + 0.5) / 25) : chart.x + (chart.width * (step + 0.5)) / 25);
  await page.mouse.move(x(12), chart.y + 10);
  await page.mouse.down();
  await page.mouse.move(x(14), chart.y + 10);
  await page.mouse.move(x(16), chart.y + 10);
  await page.mouse.up();
  await reader.seesAddress({ path: "", from: "2021-09-01", to: "2022-01-31" });
  await reader.seesEvents(eventsOfEpisode("2021-november"));
  const handles = page.locator(".brush-handle");
  assert.deepEqual(await handles.evaluateAll((all) => all.map(({ value }) => value)), ["12", "16"]);
  assert.match(plain(await handles.first().getAttribute("aria-valuetext")), /2021/);

  await handles.last().focus();
  // The end of the track is the end of the data: nothing is said of it in the link.
  await page.keyboard.press("End");
  await reader.seesAddress({ path: "", from: "2021-09-01" });
  await page.locator(".brush-table summary").click();
  const rows = page.locator(".brush-table tbody tr");
  await eventually(async () => assert.ok((await rows.count()) >= 3));
  const counted = await rows.evaluateAll((all) => all.reduce((sum, row) => sum + Number(row.cells[1].textContent), 0));
  assert.equal(counted, events.length, "the table, as the bars, shows what other times would hold");

  await page.locator(".chip").click();
  await reader.seesEvents(allEvents);
  assert.deepEqual(await handles.evaluateAll((all) => all.map(({ value }) => value)), ["0", "24"]);
  assert.equal(await page.locator(".brush-chosen b").innerText(), words.text("brush.all"));
});

inBothDirections("on a phone the filters are a sheet that says how many events are left", at, async ({ visit, words }) => {
  const reader = await visit({ width: 360, height: 740 });
  const { page } = reader;
  const sheet = page.locator(".facets");
  assert.ok(!(await sheet.isVisible()));
  const filter = await reader.openFilter("place");
  await filter.locator("[value=goris]").check();
  const close = sheet.locator(".sheet-close");
  await eventually(async () => assert.equal(plain(await close.innerText()), words.count("filters.show", eventsAt("goris").length)));
  await close.click();
  assert.ok(!(await sheet.isVisible()));
  await reader.seesEvents(eventsAt("goris"));
  assert.match(await page.locator(".facets-open").innerText(), /1/);
});

inOneLanguage("the list follows the map where that is chosen, and what is on no map is a step away", at, async ({ visit, words }) => {
  const reader = await visit();
  const { page } = reader;
  await reader.enterMap();
  const only = page.getByRole("checkbox", { name: words.text("map.only-shown") });
  await only.check();
  await eventually(() => assert.match(reader.address().area, /^[\d.]+,[\d.]+,[\d.]+,[\d.]+$/));
  // What a screen doesn't hold comes when what it does is on it.
  const placed = await eventually(async () => {
    const listed = (await reader.listed()).length;
    assert.equal(plain(await reader.found.innerText()), words.count("list.found", listed));
    return listed;
  });
  assert.ok(placed > 0 && placed < allEvents.length);
  await page.locator(".map-canvas").focus();
  const before = reader.address().area;
  for (let press = 0; press < 4; press += 1) {
    await page.keyboard.press("+");
    await page.waitForTimeout(350); // The map glides.
  }
  await eventually(() => assert.notEqual(reader.address().area, before));
  await eventually(async () => assert.ok((await reader.listed()).length < placed, "nearer, fewer"));
  await only.uncheck();
  await reader.seesEvents(allEvents);
  await page.locator(".map-unplaced a").first().click();
  await eventually(() => assert.equal(reader.address().where, "unnamed"));
  const listed = await reader.listed();
  assert.ok(listed.length > 0);
  assert.deepEqual(events.filter(({ id }) => listed.includes(id)).flatMap(({ places = [] }) => places), []);
});

inOneLanguage("the list is ordered as the reader likes, and a link keeps that", at, async ({ visit, words }) => {
  const reader = await visit();
  const { page } = reader;
  const newest = await order(reader);
  const nav = page.getByRole("navigation", { name: words.text("sort.label") });
  await nav.getByRole("link", { name: words.text("sort.claims") }).click();
  await eventually(() => assert.equal(reader.address().sort, "claims"));
  const most = await eventually(async () => {
    const now = await order(reader);
    assert.equal(now.length, newest.length);
    assert.notDeepEqual(now, newest);
    return now;
  });
  assert.deepEqual([...most].sort(), [...newest].sort());
  await page.reload();
  await eventually(async () => assert.deepEqual(await order(reader), most));
  await nav.getByRole("link", { name: words.text("sort.time") }).click();
  await reader.seesAddress({ path: "" });
  await eventually(async () => assert.deepEqual(await order(reader), newest));
});
