// What a link says, the page shows; and the way back.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { allEvents, byId, episodes, events, eventsAt, eventsOfEpisode, nameOf, places, plain } from "./records.mjs";
import { eventually, inBothDirections, named } from "./reader.mjs";
import { closeBrowser, startSite } from "./support.mjs";

let site;
before(async () => { site = await startSite(); });
after(async () => { await closeBrowser(); await site.stop(); });
const at = { site: () => site };

const outbreak = "2022-09-13-outbreak";
const title = (id, lang) => byId(events, id).title[lang];

inBothDirections("a link opened elsewhere shows the same event, filters, order and part of the map", at, async ({ lang, visit }) => {
  const map = "40.100,45.900,8";
  const reader = await visit({ path: `events/${outbreak}/?episode=2022-september&place=border&first=azerbaijan&map=${map}` });
  await reader.sees(title(outbreak, lang));
  await reader.seesColumns("azerbaijan", "armenia");
  await reader.seesEvents(eventsAt("border").filter((id) => eventsOfEpisode("2022-september").includes(id)));
  const filter = await reader.openFilter("episode");
  assert.ok(await reader.choice(filter, nameOf(episodes, "2022-september", lang)).isChecked());
  await reader.enterMap();
  const { point } = byId(places, "sotk");
  await eventually(async () => {
    const box = await reader.map.locator(".map-canvas").boundingBox();
    const mark = await reader.map.locator("[data-place-mark=sotk]").boundingBox();
    const middle = ({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 });
    const centre = mercator({ latitude: 40.1, longitude: 45.9 }, 8);
    const place = mercator(point, 8);
    const off = (axis) => middle(mark)[axis] - middle(box)[axis] - (place[axis] - centre[axis]);
    assert.ok(Math.abs(off("x")) < 3 && Math.abs(off("y")) < 3, `off by ${off("x")}, ${off("y")}`);
  });
  await reader.seesAddress({
    path: `events/${outbreak}/`, episode: "2022-september", place: "border", first: "azerbaijan", map,
  });
});

/** Where Web Mercator, in which maps are cut, puts a point. */
function mercator({ latitude, longitude }, zoom) {
  const size = 256 * 2 ** zoom;
  const sine = Math.sin((latitude * Math.PI) / 180);
  return {
    x: (size * (longitude + 180)) / 360,
    y: size * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)),
  };
}

inBothDirections("what others append to a link is ignored in silence", at, async ({ visit }) => {
  const reader = await visit({ path: "?utm_source=article&fbclid=x&episode=2021-november" });
  await reader.seesEvents(eventsOfEpisode("2021-november"));
  assert.equal(plain(await reader.notices.innerText()), "");
});

const bad = [
  ["state=nonsense&episode=2021-november", eventsOfEpisode("2021-november")],
  ["first=russia", allEvents],
  ["place=atlantis,goris", eventsAt("goris")],
  ["from=2022-02-30&to=2021-12-31", eventsOfEpisode("2021-november", "2020-autumn")],
  ["map=here", allEvents],
];

inBothDirections("a value that can't be obeyed is named and the rest of the link obeyed", at, async ({ visit, words }) => {
  for (const [query, shown] of bad) {
    const reader = await visit({ path: `?${query}`, width: 360 });
    await reader.seesEvents(shown);
    const value = query.split("&")[0].replace(",goris", "");
    assert.equal(plain(await reader.notices.innerText()), words.count("notice.bad-link", 1, { values: value }), query);
  }
  // Those of no form first, then those that the records don't know.
  const reader = await visit({ path: "?state=nonsense&view=moon", width: 360 });
  assert.equal(
    plain(await reader.notices.innerText()),
    words.count("notice.bad-link", 2, { values: `view=moon${words.text("list.comma")} state=nonsense` }),
  );
});

inBothDirections("Back and Forward go through what was chosen, one step each", at, async ({ lang, visit }) => {
  const reader = await visit();
  const november = eventsOfEpisode("2021-november");
  const path = "events/2021-11-16-ceasefire/";
  await reader.choose("episode", nameOf(episodes, "2021-november", lang));
  await reader.seesEvents(november);
  await reader.selectEvent(title("2021-11-16-ceasefire", lang));
  await reader.sees(title("2021-11-16-ceasefire", lang));
  await reader.seesAddress({ path, episode: "2021-november" });
  await reader.swapSides();
  await reader.seesAddress({ path, episode: "2021-november", first: "azerbaijan" });

  await reader.page.goBack();
  await reader.seesAddress({ path, episode: "2021-november" });
  await reader.page.goBack();
  await reader.seesAddress({ path: "", episode: "2021-november" });
  await reader.seesEvents(november);
  assert.equal(await reader.heading.getByText(title("2021-11-16-ceasefire", lang)).count(), 0);
  await reader.page.goBack();
  await reader.seesAddress({ path: "" });
  await reader.seesEvents(allEvents);
  assert.equal(await reader.filters.locator("input:checked").count(), 0);

  await reader.page.goForward();
  await reader.seesEvents(november);
  await reader.page.goForward();
  await reader.sees(title("2021-11-16-ceasefire", lang));
  await reader.page.goForward();
  await reader.seesAddress({ path, episode: "2021-november", first: "azerbaijan" });
});

inBothDirections("typing doesn't fill the history", at, async ({ lang, visit }) => {
  const reader = await visit();
  await reader.selectEvent(title(outbreak, lang));
  await reader.sees(title(outbreak, lang));
  await reader.searchBox.pressSequentially("2021");
  await reader.seesAddress({ path: `events/${outbreak}/`, q: "2021" });
  await reader.page.goBack();
  await reader.seesAddress({ path: "" });
});

inBothDirections("a link of the list opens in another tab with what was chosen", at, async ({ lang, visit }) => {
  const reader = await visit({ path: "?episode=2021-november&first=azerbaijan" });
  const link = reader.list.getByRole("link", { name: named(title("2021-11-16-border-fighting", lang)) });
  const opened = reader.page.context().waitForEvent("page");
  await link.click({ modifiers: ["ControlOrMeta"] });
  const tab = await opened;
  await tab.waitForSelector("html[data-app=running]", { state: "attached" });
  assert.equal(plain(await tab.getByRole("heading", { level: 1 }).innerText()), title("2021-11-16-border-fighting", lang));
  assert.ok(tab.url().endsWith("/events/2021-11-16-border-fighting/?episode=2021-november&first=azerbaijan"), tab.url());
  await reader.seesAddress({ path: "", episode: "2021-november", first: "azerbaijan" });
});

inBothDirections("the phone's views have links of their own, and Back goes between them", at, async ({ visit }) => {
  const reader = await visit({ path: `events/${outbreak}/`, width: 360, height: 740 });
  assert.ok(await reader.comparison.isVisible());
  await reader.switchView("map");
  await reader.seesAddress({ path: `events/${outbreak}/`, view: "map" });
  await eventually(async () => assert.ok(!(await reader.comparison.isVisible())));
  await reader.enterMap();
  await reader.page.goBack();
  await reader.comparison.waitFor();
  await reader.switchView("list");
  await reader.seesEvents(allEvents);
});
