// The whole task without a mouse, and without eyes: search, filter, choose, compare, go back in time,
// map, share. By the keyboard alone, every step's focus seen; and in the order in which a screen reader
// reads the page.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { byId, events, eventsAt, eventsOnTopic, nameOf, parties, places, plain, topics } from "./records.mjs";
import { eventually, inBothDirections } from "./reader.mjs";
import { closeBrowser, startSite } from "./support.mjs";

let site;
before(async () => { site = await startSite(); });
after(async () => { await closeBrowser(); await site.stop(); });
const at = { site: () => site };

const outbreak = "2022-09-13-outbreak";
const MOST_STOPS = 250;

/** Goes on by Tab until what has focus is what is looked for. Wherever it stops, focus is seen. */
async function tabTo(page, selector) {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press("Tab");
    const { isThere, what, isSeen } = await page.evaluate((selector) => {
      const own = document.activeElement;
      const { outlineStyle, boxShadow } = getComputedStyle(own);
      // A slider's outline is its handle's.
      const isSeen = own === document.body || own.matches("[type=range]") || outlineStyle !== "none" || boxShadow !== "none";
      return { isThere: own.matches(selector), what: own.outerHTML.slice(0, 120), isSeen };
    }, selector);
    assert.ok(isSeen, `focus can't be seen on ${what}`);
    if (isThere) return;
  }
  assert.fail(`no stop of the keyboard is ${selector}`);
}

inBothDirections("search, filter, choose, compare, back in time, map and share, by the keyboard alone", at, async ({ lang, visit, words }) => {
  const reader = await visit();
  const { page } = reader;
  const focused = (property) => page.evaluate((property) => document.activeElement[property], property);

  await page.keyboard.press("/");
  await page.keyboard.type(nameOf(places, "goris", lang).slice(0, 4));
  await page.getByRole("listbox").waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await reader.seesAddress({ path: "", place: "goris" });
  await reader.seesEvents(eventsAt("goris"));

  const left = eventsOnTopic("civilians").filter((id) => eventsAt("goris").includes(id));
  const topic = left.length > 0 ? "civilians" : "who-attacked-first";
  const both = eventsOnTopic(topic).filter((id) => eventsAt("goris").includes(id));
  assert.ok(both.length > 0, "the records make no example of this any more");
  await tabTo(page, ".facet > summary");
  const heading = words.text("facet.topic");
  while (!(await focused("innerText")).trim().startsWith(heading)) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await tabTo(page, `[name=topic][value="${topic}"]`);
  await page.keyboard.press("Space");
  await reader.seesAddress({ path: "", place: "goris", topic });
  await reader.seesEvents(both);

  // The chips take back what was chosen, one by one.
  await tabTo(page, ".chip");
  await page.keyboard.press("Enter");
  await reader.seesAddress({ path: "", topic });

  await tabTo(page, `[data-event-id="${outbreak}"] a`);
  await page.keyboard.press("Enter");
  await eventually(async () => assert.equal(await focused("localName"), "h1"));
  await reader.seesAddress({ path: `events/${outbreak}/`, topic });
  await reader.seesColumns("armenia", "azerbaijan");

  await tabTo(page, ".tools a");
  while ((await focused("innerText")).trim() !== words.text("tools.swap")) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await reader.seesColumns("azerbaijan", "armenia");

  await tabTo(page, "#as-of");
  await page.keyboard.press("Home");
  await eventually(() => assert.ok("asof" in reader.address()));
  await page.keyboard.press("End");
  await eventually(() => assert.ok(!("asof" in reader.address())));

  await reader.enterMap();
  await page.locator("main h1").focus();
  await tabTo(page, ".map-canvas");
  const markAt = () => page.locator("[data-place-mark]").first().boundingBox();
  const before = await markAt();
  await page.keyboard.press("ArrowRight");
  await eventually(async () => assert.notDeepEqual(await markAt(), before));

  await page.locator("main h1").focus();
  await tabTo(page, ".to-share");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await eventually(async () => assert.equal(await page.getByRole("dialog").count(), 0));
  assert.ok((await focused("className")).includes("to-share"), "focus is back where it was");
});

/** What a screen reader reads, in its order: role and name of everything that has either. */
async function readOut(page) {
  const session = await page.context().newCDPSession(page);
  // Chromium makes its tree bit by bit: it is whole once it grows no more.
  let nodes = [];
  await eventually(async () => {
    const before = nodes.length;
    ({ nodes } = await session.send("Accessibility.getFullAXTree"));
    assert.equal(nodes.length, before);
  });
  const byNode = new Map(nodes.map((node) => [node.nodeId, node]));
  const read = [];
  const visit = (node) => {
    if (!node.ignored) {
      const level = node.properties?.find(({ name }) => name === "level")?.value.value;
      read.push({ role: node.role?.value, name: plain(node.name?.value ?? "").trim(), level });
    }
    for (const child of node.childIds ?? []) if (byNode.has(child)) visit(byNode.get(child));
  };
  visit(nodes[0]);
  return read;
}

/** That each of these is read, after the one before it. Answers where the last one stands. */
function readsInOrder(read, expected) {
  let from = 0;
  for (const [role, name] of expected) {
    const isIt = (node) => node.role === role && (name instanceof RegExp ? name.test(node.name) : node.name === name);
    const found = read.findIndex((node, nth) => nth >= from && isIt(node));
    const before = read.slice(Math.max(0, from - 1), from + 12).map((node) => `${node.role} “${node.name}”`);
    assert.ok(found >= 0, `${role} “${name}” isn't read after ${before.join(", ")}`);
    from = found + 1;
  }
  return from;
}

inBothDirections("a screen reader meets the search, the filters with their numbers, the timeline and the list, then the page's matter", at, async ({ lang, visit, words }) => {
  const { page } = await visit({ path: "?topic=ceasefire" });
  const read = await readOut(page);
  const found = words.count("list.found", eventsOnTopic("ceasefire").length);
  readsInOrder(read, [
    ["navigation", words.text("languages.label")],
    ["region", words.text("balance.label")],
    ["heading", /./],
    ["complementary", words.text("list.label")],
    ["search", ""],
    ["combobox", words.text("filters.search")],
    ["group", words.text("filters.open")],
    ["region", words.text("brush.region")],
    ["slider", words.text("facet.from")],
    ["slider", words.text("facet.to")],
    ["link", words.text("filters.remove", { value: nameOf(topics, "ceasefire", lang) })],
    ["StaticText", found],
    ["navigation", words.text("sort.label")],
    ["heading", /./],
    ["main", ""],
    ["region", words.text("map.label")],
    ["contentinfo", ""],
  ]);
});

inBothDirections("of every claim a screen reader hears who makes it before the next one begins", at, async ({ lang, visit, words }) => {
  const { page } = await visit({ path: `events/${outbreak}/` });
  const read = await readOut(page);
  const sides = ["armenia", "azerbaijan"].map((id) => nameOf(parties, id, lang));
  const from = readsInOrder(read, [
    ["main", ""],
    ["heading", plain(byId(events, outbreak).title[lang])],
    ["slider", new RegExp(words.text("as-of.label"))],
    ["table", words.text("comparison.label")],
    ["columnheader", new RegExp(sides[0])],
    ["columnheader", new RegExp(sides[1])],
    ["rowheader", /./],
  ]);
  // In a row the cells follow each other in the order of the heads.
  const cells = read.slice(from).filter(({ role }) => ["rowheader", "cell"].includes(role)).map(({ role }) => role);
  assert.ok(cells.length > 6, "the table has rows");
  // What is said and who says it are one list item or cell apart from all others.
  const claims = await page.locator("[role=table] [data-claim-id]").evaluateAll((all) =>
    all.map((one) => [one.querySelector(".claim-summary")?.textContent, one.querySelector(".claim-speaker")?.textContent]));
  assert.ok(claims.length > 6);
  for (const [words, speaker] of claims) {
    const said = read.findIndex(({ name }) => name === plain(words).trim());
    assert.ok(said > from, words);
    const next = read.slice(said + 1).findIndex(({ name }) => claims.some(([other]) => plain(other).trim() === name && other !== words));
    const heard = read.slice(said, next < 0 ? undefined : said + 1 + next).map(({ name }) => name).join(" ");
    assert.ok(plain(speaker).split(" · ").every((part) => heard.includes(part.trim())), `${words}: ${speaker}`);
  }
});
