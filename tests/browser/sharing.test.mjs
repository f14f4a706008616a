// An editor who takes an event along for an article: the page and the dialog that offer it, with
// script and without, and what is pasted.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { bringAxe, runAxe } from "./axe.mjs";
import { directions } from "./records.mjs";
import { eventually, inBothDirections, named } from "./reader.mjs";
import { closeBrowser, openPage, startSite } from "./support.mjs";

let site;
before(async () => { site = await startSite(); });
after(async () => { await closeBrowser(); await site.stop(); });
const at = { site: () => site };

const event = "events/2022-09-13-outbreak/";
const WIDTHS = [360, 600, 1000];

const areas = (page) => page.locator(".share textarea");
/** Every snippet as it stands, and as the build wrote it. */
const texts = (page) => areas(page).evaluateAll((all) => all.map(({ id, value, defaultValue }) => ({ kind: id.replace("share-text-", ""), value, defaultValue })));
const field = (page, name) => page.locator(`.share-choices [name=${name}]`);
/** A choice of one topic's rows alone. */
const rowOf = (page) => field(page, "what").locator("option[value^='row=']").first().getAttribute("value");
const isLive = (page) => page.locator(".share-choices:enabled").waitFor();

/** The share page, once it obeys. */
async function share(visit, { path = event, query = "", width = 1280, ...others } = {}) {
  const { page } = await visit({ path: `share/${path}${query}`, width, waitForApp: false, ...others });
  await isLive(page);
  return page;
}

inBothDirections("without scripts the share page holds every snippet, a preview and no dead control", at, async ({ visit }) => {
  for (const width of [360, 1280]) {
    const { page } = await visit({ path: `share/${event}`, width, javaScriptEnabled: false });
    assert.equal(await areas(page).filter({ visible: true }).count(), 7);
    for (const control of ["select", "input", ".share button"]) assert.equal(await page.locator(control).filter({ visible: true }).count(), 0, control);
    await page.locator(".share-stage iframe").scrollIntoViewIfNeeded();
    const inside = page.frameLocator(".share-stage iframe");
    await inside.getByRole("heading", { level: 1 }).waitFor();
    await bringAxe(page, { javaScriptEnabled: false });
    assert.deepEqual((await runAxe(page)).violations, []);
  }
});

inBothDirections("by default the script writes what the build wrote, but for measured heights", at, async ({ visit }) => {
  for (const path of [event, "episodes/2022-september/", ""]) {
    const page = await share(visit, { path });
    const bare = (text) => text.replaceAll(/(\bheight=")\d+|(\d+):\d+(?=[ "])/g, "$1$2");
    for (const { kind, value, defaultValue } of await texts(page)) assert.equal(bare(value), bare(defaultValue), `${path} ${kind}`);
  }
});

inBothDirections("what is chosen stands in every address, and in the preview", at, async ({ visit, lang }) => {
  const page = await share(visit, { query: "?first=azerbaijan&theme=dark&asof=2022-09-13&utm_source=x&party=armenia" });
  assert.equal(await field(page, "first").inputValue(), "azerbaijan");
  assert.equal(await field(page, "theme").inputValue(), "dark");
  await field(page, "theme").selectOption("light");
  await field(page, "controls").check();
  await field(page, "names").selectOption("both");
  await field(page, "what").selectOption("view=map");
  const all = await texts(page);
  const frame = `${lang}/embed/${event}?view=map&amp;theme=light&amp;first=azerbaijan&amp;names=both`;
  const full = `${lang}/${event}?view=map&amp;first=azerbaijan&amp;names=both`;
  for (const { kind, value } of all) {
    assert.ok(value.includes(full), `${kind}: ${value}`);
    assert.doesNotMatch(value, /utm_source|party=|row=|\{\{/, kind);
    if (["listener", "frame", "element", "amp"].includes(kind)) {
      assert.ok(value.includes(frame), `${kind}: ${value}`);
      assert.match(value, /controls=on/, kind);
    }
  }
  const shown = new URL(await page.locator(".share-stage iframe").first().getAttribute("src"), page.url());
  assert.equal(shown.searchParams.get("view"), "map");
  for (const link of await page.locator(".share-languages a").all()) assert.match(await link.getAttribute("href"), /theme=light/);
});

inBothDirections("the explorer's frame keeps what its list is filtered by", at, async ({ visit }) => {
  const page = await share(visit, { path: "", query: "?party=armenia&topic=losses,ceasefire&from=2022-09-13" });
  for (const { kind, value } of await texts(page)) {
    assert.ok(kind === "table" || value.includes("?party=armenia&amp;topic=losses,ceasefire&amp;from=2022-09-13"), `${kind}: ${value}`);
  }
});

inBothDirections("the height is measured at each width, and anew when something else is chosen", at, async ({ visit }) => {
  const page = await share(visit);
  const real = () => page.locator(".share-stage iframe").evaluateAll((frames) =>
    frames.map(({ contentDocument }) => Math.ceil(contentDocument.body.getBoundingClientRect().height)));
  const told = async () => {
    const pairs = (await page.locator(".share-heights b").textContent()).split(" ").map((pair) => pair.split(":").map(Number));
    assert.deepEqual(pairs.map(([width]) => width), WIDTHS);
    return pairs.map(([, height]) => height);
  };
  const hold = () => eventually(async () => {
    const [heights, own] = [await told(), await real()];
    assert.ok(own.every((height) => height > 100), `${own}`);
    for (const [n, height] of heights.entries()) assert.ok(Math.abs(height - own[n]) <= 1, `${heights} but ${own}`);
    return heights;
  }, 15000);
  const whole = await hold();
  await field(page, "what").selectOption(await rowOf(page));
  await eventually(async () => assert.ok((await hold())[0] < whole[0]), 20000);
  const heights = await told();
  for (const { kind, value } of await texts(page)) {
    if (["listener", "frame", "amp"].includes(kind)) assert.match(value, new RegExp(`height="${heights[1]}"`), kind);
    if (kind === "element") assert.match(value, new RegExp(`heights="${WIDTHS.map((width, n) => `${width}:${heights[n]}`).join(" ")}"`));
  }
});

inBothDirections("a snippet is copied whole; where copying is denied it is left selected", at, async ({ visit, words }) => {
  const page = await share(visit);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const what = words.text("static-snippet.frame");
  await page.getByRole("button", { name: named(words.text("static.share-copy", { what })) }).click();
  await page.getByText(words.text("static.share-copied")).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await page.locator("#share-text-frame").inputValue());
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("denied"));
    document.execCommand = () => false;
  });
  await page.locator("[data-copies=share-text-png]").click();
  await page.getByText(words.text("static.share-copy-failed")).waitFor();
  const selected = await page.locator("#share-text-png").evaluate(({ value, selectionStart, selectionEnd }) => value.slice(selectionStart, selectionEnd));
  assert.equal(selected, await page.locator("#share-text-png").inputValue());
});

for (const width of [360, 1280]) {
  inBothDirections(`from an event's page it opens over the page, and gives the reader back what they had (${width} px)`, at, async ({ visit, words }) => {
    const reader = await visit({ path: `${event}?first=azerbaijan`, width });
    const { page } = reader;
    const before = { address: page.url(), length: await page.evaluate(() => history.length) };
    const link = page.getByRole("link", { name: words.text("tools.share") });
    await link.click();
    const dialog = page.getByRole("dialog", { name: words.text("tools.share") });
    await dialog.waitFor();
    await dialog.locator(".share-choices:enabled").waitFor();
    assert.equal(await field(page, "first").inputValue(), "azerbaijan", "what the reader chose is chosen");
    await field(page, "theme").selectOption("dark");
    await eventually(async () => assert.ok((await page.locator(".share-stage iframe").count()) === 3));
    await bringAxe(page);
    assert.deepEqual((await runAxe(page)).violations, []);
    const ids = await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
    assert.deepEqual(ids.filter((id, n) => ids.indexOf(id) !== n), [], "no id stands twice");
    const past = await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    assert.ok(past <= 0, `${past} px past the edge`);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    assert.ok(await link.evaluate((it) => it === document.activeElement), "focus is where it was");
    assert.deepEqual({ address: page.url(), length: await page.evaluate(() => history.length) }, before);
  });
}

inBothDirections("another language is chosen within the dialog", at, async ({ visit, words, lang }) => {
  const { page } = await visit({ path: event });
  const before = page.url();
  await page.getByRole("link", { name: words.text("tools.share") }).click();
  await page.locator("dialog .share-choices:enabled").waitFor();
  await field(page, "theme").selectOption("dark");
  const other = directions.find((one) => one !== lang);
  await page.locator(`dialog .share-languages a[hreflang=${other}]`).click();
  await page.locator(`dialog[lang=${other}] .share-choices:enabled`).waitFor();
  assert.equal(await field(page, "theme").inputValue(), "dark");
  assert.match(await page.locator("#share-text-frame").inputValue(), new RegExp(`/${other}/embed/`));
  assert.equal(page.url(), before);
});

const broken = { ...at, expects: /Failed to (load|fetch)|503|ERR_/ };
for (const part of ["**/share-*.js", "**/share/events/**"]) {
  inBothDirections(`where ${part} can't be had the link leads to the page`, broken, async ({ visit, words }) => {
    const { page } = await visit({ path: `${event}?first=azerbaijan` });
    let times = 0;
    await page.route(part, (route) => (times++ === 0 ? route.fulfill({ status: 503, body: "" }) : route.continue()));
    await page.getByRole("link", { name: words.text("tools.share") }).click();
    await page.waitForURL(/\/share\/events\/.*first=azerbaijan/);
    assert.equal(await areas(page).count(), 7);
  });
}

inBothDirections("the share page has no fault that axe can find, nor anything past the edge", at, async ({ visit }) => {
  for (const [width, colorScheme] of [[360, "light"], [1280, "dark"], [320, "dark"]]) {
    const page = await share(visit, { width, colorScheme });
    await bringAxe(page);
    assert.deepEqual((await runAxe(page)).violations, [], `${width} ${colorScheme}`);
    const past = await page.evaluate(() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth);
    assert.ok(past <= 0, `${past} px at ${width}`);
  }
});

for (const lang of directions) {
  test(`axe finds no fault in an article that holds a snippet (${lang})`, { timeout: 180_000 }, async () => {
    const opened = await openPage({ site, lang, path: `share/${event}`, waitForApp: false });
    await isLive(opened.page);
    const snippets = await texts(opened.page);
    await opened.context.close();
    for (const { kind, value } of snippets) {
      const article = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>An article</title></head><body><main><h1>News</h1>${value}</main></body></html>`;
      const { context, page } = await openPage({
        site,
        lang,
        path: "article/",
        waitForApp: false,
        prepare: (page) => page.route("**/article/", (route) => route.fulfill({ contentType: "text/html", body: article })),
      });
      // The address in a snippet is the site's; here the site stands elsewhere.
      await bringAxe(page);
      assert.deepEqual((await runAxe(page)).violations, [], kind);
      await context.close();
    }
  });
}
