// A reader at ease: in the theme of their choice, with the keys alone, with large letters, with the
// system's colours, and back where they were after Back.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { byId, events } from "./records.mjs";
import { eventually, inBothDirections, inOneLanguage } from "./reader.mjs";
import { closeBrowser, startSite } from "./support.mjs";

let site;
before(async () => { site = await startSite(); });
after(async () => { await closeBrowser(); await site.stop(); });
const at = { site: () => site };

const outbreak = "2022-09-13-outbreak";
const EVENT = `events/${outbreak}/`;
const INK = { light: "rgb(29, 27, 24)", dark: "rgb(240, 236, 228)" };

const inkOf = (page) => page.evaluate(() => getComputedStyle(document.documentElement).color);
const themeControl = ({ page, words }) => page.getByLabel(words.text("static.theme")).and(page.locator("#theme"));
const running = ({ page }) => page.waitForSelector("html[data-app=running]", { state: "attached" });

/** What the browser draws around the page: the first colour that holds. */
const around = (page) =>
  page.evaluate(() => [...document.querySelectorAll("meta[name=theme-color]")].find(({ media }) => matchMedia(media).matches).content);

inOneLanguage("a theme that is chosen holds on every page, against the device's, and on no link", at, async ({ lang, visit, words }) => {
  const reader = await visit({ colorScheme: "light" });
  const { page } = reader;
  assert.equal(await inkOf(page), INK.light);
  assert.equal(await around(page), "#fbfaf7");
  await themeControl(reader).selectOption({ label: words.text("static-theme.dark") });
  for (const path of ["", EVENT, "method/", "reports/", "glossary/", `share/${EVENT}`]) {
    if (path) await page.goto(`${site.url}${lang}/${path}`);
    assert.equal(await inkOf(page), INK.dark, path);
    assert.equal(await themeControl(reader).inputValue(), "dark", path);
    assert.equal(await around(page), "#161513", path);
    assert.equal(await page.locator("meta[name=color-scheme]").getAttribute("content"), "dark", path);
    assert.equal(await page.locator("a[href*=theme], a[href*=dark]").count(), 0, path);
  }
  await page.emulateMedia({ media: "print" });
  assert.equal(await inkOf(page), "rgb(0, 0, 0)");
  await page.emulateMedia({ media: "screen" });
  await themeControl(reader).selectOption({ label: words.text("static-theme.device") });
  assert.equal(await inkOf(page), INK.light);
  await page.emulateMedia({ colorScheme: "dark" });
  assert.equal(await inkOf(page), INK.dark);
  assert.equal(await around(page), "#161513");
});

inOneLanguage("the chosen theme is there before anything is painted", at, async ({ visit }) => {
  const prepare = (page) =>
    page.addInitScript(() => {
      localStorage.setItem("qawlan.theme", "dark");
      // Whatever could be painted first: no frame may come before the theme.
      globalThis.seen = [];
      const look = () => {
        if (document.body) seen.push(document.documentElement.dataset.theme);
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
  const reader = await visit({ colorScheme: "light", prepare });
  const seen = await reader.page.evaluate(() => [...new Set(seen)]);
  assert.deepEqual(seen, ["dark"]);
});

inOneLanguage("where nothing can be stored a theme still holds for the page, and nonsense that is stored for none", at, async ({ visit }) => {
  const denied = (page) =>
    page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } });
    });
  const reader = await visit({ prepare: denied });
  await themeControl(reader).selectOption("dark");
  assert.equal(await inkOf(reader.page), INK.dark);
  const other = await visit({ prepare: (page) => page.addInitScript(() => localStorage.setItem("qawlan.theme", "\"] x")) });
  assert.equal(await inkOf(other.page), INK.light);
  assert.equal(await themeControl(other).inputValue(), "");
});

inBothDirections("the keys are shown over the page, do what they are said to do, and can be turned off", at, async ({ lang, visit, words }) => {
  const reader = await visit({ path: EVENT, width: 360, height: 740 });
  const { page } = reader;
  const list = page.getByRole("dialog", { name: words.text("static.keys") });
  await page.keyboard.press("?");
  await list.waitFor();
  const said = ["search", "help", "suggestions", "range", "map", "zoom", "escape"].map((does) => words.text(`static-keys.${does}`));
  assert.deepEqual(await list.getByRole("definition").allInnerTexts(), said);
  await page.keyboard.press("Escape");
  await list.waitFor({ state: "detached" });

  // The browser gives the focus back in a task of its own.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20))));
  // On a phone the search lies in another view.
  await page.keyboard.press("/");
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), "search"));
  await page.keyboard.type("/?");
  assert.equal(await reader.searchBox.inputValue(), "/?");

  await page.getByRole("link", { name: words.text("static.keys") }).first().click();
  await list.getByRole("checkbox", { name: words.text("static.keys-single") }).uncheck();
  await list.getByRole("button", { name: words.text("static.share-close") }).click();
  await page.goto(`${site.url}${lang}/method/`);
  assert.equal(await page.getByRole("checkbox", { name: words.text("static.keys-single") }).isChecked(), false);
  await page.keyboard.press("?");
  await page.getByRole("link", { name: words.text("static.keys") }).first().click();
  assert.equal(new URL(page.url()).hash, "#keys", "on the page itself it is a link");
});

inOneLanguage("arrows move the map, the slider over time and the handles of the timeline, and plus and minus bring the map nearer and farther", at, async ({ visit }) => {
  const reader = await visit({ path: EVENT });
  const { page } = reader;
  await reader.enterMap();
  await page.locator(".map-canvas").focus();
  const state = () => page.evaluate(() => [...document.querySelectorAll("[data-place-mark]")].map((mark) => mark.getBoundingClientRect()).map(({ x, y }) => `${x} ${y}`).join());
  for (const key of ["ArrowRight", "ArrowUp", "+", "-"]) {
    const before = await state();
    await page.keyboard.press(key);
    await eventually(async () => assert.notEqual(await state(), before, key));
    await page.waitForTimeout(300); // The map glides; a key in between would be lost.
  }
  await page.locator(".as-of input").focus();
  await page.keyboard.press("ArrowDown");
  await eventually(() => assert.ok("asof" in reader.address()));
  await page.locator("[data-end=from]").focus();
  await page.keyboard.press("ArrowUp");
  await eventually(() => assert.ok("from" in reader.address()));
});

inBothDirections("links past other things lead into what is in view, and are shown when they have focus", at, async ({ visit, words }) => {
  const reader = await visit({ path: EVENT });
  const { page } = reader;
  for (const [key, id] of [["content", "main"], ["search", "search"], ["list", "list"], ["map", "map"], ["comparison", "comparison"]]) {
    const link = page.getByRole("link", { name: words.text(`static.skip-${key}`) });
    await link.focus();
    const box = await link.boundingBox();
    assert.ok(box.y >= 0 && box.height >= 44, `${key}: ${JSON.stringify(box)}`);
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.querySelector(":target").id), id);
  }
  const skips = () => page.locator(".skip-link").evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.hash));
  await page.setViewportSize({ width: 360, height: 740 });
  assert.deepEqual(await skips(), ["#main", "#map", "#comparison"]);
  await reader.switchView("map");
  assert.deepEqual(await skips(), ["#main", "#map"]);
  await reader.switchView("list");
  await eventually(async () => assert.deepEqual(await skips(), ["#main", "#search", "#list"]));
});

inBothDirections("headings and landmarks read as an outline", at, async ({ lang, visit }) => {
  const { page } = await visit();
  for (const path of ["", EVENT, "episodes/2022-september/", "method/", "glossary/", "reports/", `share/${EVENT}`]) {
    await page.goto(`${site.url}${lang}/${path}`);
    const outline = await page.evaluate(() => {
      const seen = (element) => element.checkVisibility();
      const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter(seen);
      const name = (element) =>
        element.ariaLabel ?? (element.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" ").trim();
      const isSection = "section[aria-label], section[aria-labelledby]";
      const landmarks = [...document.querySelectorAll(`main, nav, aside, search, body > header, #page > header, #page > footer, ${isSection}`)].filter(seen);
      return {
        levels: headings.map(({ localName }) => Number(localName[1])),
        landmarks: landmarks.map((element) => [element.localName, name(element)]),
      };
    });
    assert.equal(outline.levels.filter((level) => level === 1).length, 1, `${path} has one title`);
    outline.levels.forEach((level, n) => assert.ok(level <= (outline.levels[n - 1] ?? 1) + 1, `${path}: level ${level} after ${outline.levels[n - 1]}`));
    for (const once of ["main", "header", "footer"]) {
      assert.equal(outline.landmarks.filter(([kind]) => kind === once).length, 1, `${path}: ${once}`);
    }
    const named = outline.landmarks.filter(([kind]) => !["main", "header", "footer", "search"].includes(kind));
    assert.deepEqual(named.filter(([, name]) => !name), [], path);
    const names = named.map(([, name]) => name);
    assert.deepEqual(names.filter((name, n) => names.indexOf(name) !== n), [], `${path} names no two alike`);
  }
});

/** Where `steps` lead the keyboard: what has focus, and where the page stands. */
const place = (page) =>
  page.evaluate(() => ({
    top: Math.round(scrollY),
    focus: document.activeElement.closest("[data-event-id]")?.dataset.eventId ?? document.activeElement.localName,
  }));

/** Follows the link to an event far down the list, and answers where the reader was then. */
async function followFarLink(page) {
  const card = page.locator(".event-list [data-event-id] h3 a").nth(11);
  await card.scrollIntoViewIfNeeded();
  await card.focus();
  await eventually(async () => assert.ok((await place(page)).top > 300));
  const before = await place(page);
  await page.keyboard.press("Enter");
  return before;
}

inOneLanguage("Back leads to the place in the list and the link that was followed, Forward to the heading and where the page stood", at, async ({ visit }) => {
  const reader = await visit({ width: 360, height: 740 });
  const { page } = reader;
  const before = await followFarLink(page);
  await eventually(async () => assert.deepEqual(await place(page), { top: 0, focus: "h1" }));
  await page.locator(".comparison-section").first().waitFor();
  // The page hears of its own scrolling in the next frame, before this does.
  await page.evaluate(() => new Promise((resolve) => {
    addEventListener("scroll", () => setTimeout(resolve), { once: true });
    scrollTo({ top: 500, behavior: "instant" });
  }));
  await page.goBack();
  await eventually(async () => assert.deepEqual(await place(page), before));
  await page.goForward();
  await eventually(async () => assert.deepEqual(await place(page), { top: 500, focus: "h1" }));

  // Through a page of its own and back, whether or not the browser has kept this one.
  await page.goBack();
  await eventually(async () => assert.deepEqual(await place(page), before));
  await page.goto(new URL("./method/", page.url()).href);
  await page.goBack();
  await running(reader);
  await eventually(async () => assert.deepEqual(await place(page), before));
});

inOneLanguage("Back does the same before the app has started", at, async ({ visit }) => {
  const prepare = (page) => page.route("**/app-*", () => {}); // It never comes.
  const { page } = await visit({ width: 360, height: 740, prepare, waitForApp: false });
  const before = await followFarLink(page);
  await page.waitForURL("**/events/**");
  await page.goBack();
  await eventually(async () => assert.deepEqual(await place(page), before));
});

/** Text or controls that overlap others, are cut off, or stand past the edge. */
const faultsOfLayout = () => {
  const found = [];
  const { scrollWidth, clientWidth } = document.scrollingElement;
  if (scrollWidth > clientWidth) found.push(`scrolls sideways by ${scrollWidth - clientWidth}`);
  const seen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && element.getBoundingClientRect().width > 2;
  const cut = [...document.querySelectorAll("a, button, summary, h1, h2, h3, p, td, th, label")].filter(
    (element) => seen(element) && getComputedStyle(element).overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1,
  );
  found.push(...cut.map((element) => `cut off: ${element.outerHTML.slice(0, 80)}`));
  const top = [".masthead-title", ".languages a", ".theme", ".to-keys", ".pane-switch a"].flatMap((selector) => [...document.querySelectorAll(selector)]).filter(seen);
  for (const [n, one] of top.entries()) {
    for (const other of top.slice(n + 1)) {
      const [a, b] = [one, other].map((element) => element.getBoundingClientRect());
      if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1) found.push(`${one.className} over ${other.className || other.outerHTML}`);
    }
  }
  return found;
};

inBothDirections("with letters twice as large nothing is lost, and nothing scrolls sideways at 320 px", at, async ({ lang, visit }) => {
  const { page } = await visit({ width: 320, height: 640 });
  for (const path of ["", EVENT, "episodes/2022-september/", "method/", "reports/", `share/${EVENT}`]) {
    await page.goto(`${site.url}${lang}/${path}`);
    for (const size of ["100%", "200%"]) {
      await page.evaluate((size) => { document.documentElement.style.fontSize = size; }, size);
      assert.deepEqual(await page.evaluate(faultsOfLayout), [], `${path} at ${size}`);
    }
  }
});

/** Targets smaller than `least` on a side, unless they stand in a line of text or far enough apart. */
const smallTargets = (least) => {
  const controls = [...document.querySelectorAll("a[href], button, summary, select, input, [role=slider]")].filter(
    (element) => element.checkVisibility({ opacityProperty: false, visibilityProperty: true }) && !element.disabled && element.getBoundingClientRect().right > 1 && element.getBoundingClientRect().bottom > 0,
  );
  const area = (element) => {
    const boxes = [element, ...(element.labels ?? [])].map((one) => one.getBoundingClientRect());
    const after = getComputedStyle(element, "::after");
    const extra = after.content !== "none" && after.position === "absolute" ? [parseFloat(after.width), parseFloat(after.height)] : [0, 0];
    return [Math.max(...boxes.map(({ width }) => width), extra[0] || 0), Math.max(...boxes.map(({ height }) => height), extra[1] || 0)];
  };
  const isInText = (element) => {
    const block = element.closest("p, li, dd, dt, td, th, figcaption");
    return getComputedStyle(element).display.startsWith("inline") && block && block.textContent.trim().length > element.textContent.trim().length;
  };
  return controls
    .filter((element) => !isInText(element) && area(element).some((side) => side < least - 0.5))
    .map((element) => `${element.outerHTML.slice(0, 90)} ${area(element).map(Math.round).join("×")}`);
};

inOneLanguage("what is touched on a phone is 44 px high, and nothing anywhere is smaller than 24", at, async ({ lang, visit }) => {
  const { page } = await visit({ width: 360, height: 740 });
  const OFTEN = ".masthead-title, .languages a, .theme, .to-keys, .pane-switch a, .search-box, .facet > summary, .pages a, .tools a, .tools summary, .as-of-steps a[href], .as-of-play, .footer-standing a";
  for (const path of ["", EVENT, "episodes/2022-september/", "method/", "glossary/", "reports/", `share/${EVENT}`, "?view=map"]) {
    await page.goto(`${site.url}${lang}/${path}`);
    assert.deepEqual([...new Set(await page.evaluate(smallTargets, 24))], [], path);
    const low = await page.locator(OFTEN).evaluateAll((all) =>
      all.filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 43.5).map((one) => `${one.outerHTML.slice(0, 90)} ${one.getBoundingClientRect().height}`),
    );
    assert.deepEqual(low, [], path);
  }
});

inOneLanguage("with the system's colours signs, marks, parties, what is chosen and focus are still to be seen", at, async ({ visit, words }) => {
  const prepare = (page) => page.emulateMedia({ forcedColors: "active" });
  const reader = await visit({ path: EVENT, prepare });
  const { page } = reader;
  const canvas = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const paints = (selector, ...properties) =>
    page.locator(selector).first().evaluate((element, properties) => properties.map((name) => getComputedStyle(element)[name]), properties);
  const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  for (const [selector, ...properties] of [
    [".icon-theme", "backgroundColor"],
    [".cell-first", "borderInlineStartColor"],
    [".cell-second", "borderInlineStartColor"],
    [".mark-first", "fill"],
    [".mark-second", "fill"],
    [".sign-line", "stroke"],
  ]) {
    for (const colour of await paints(selector, ...properties)) {
      assert.ok(![paper, canvas, "rgba(0, 0, 0, 0)", "none"].includes(colour), `${selector}: ${colour} on ${paper}`);
    }
  }
  assert.deepEqual(await paints(".cell-first", "borderInlineStartStyle"), ["solid"]);
  assert.deepEqual(await paints(".cell-second", "borderInlineStartStyle"), ["double"]);
  const chosen = page.locator(`[data-event-id="${outbreak}"]`).filter({ has: page.locator("[aria-current]") });
  assert.notEqual(await chosen.evaluate((card) => getComputedStyle(card).borderInlineStartWidth), "0px");
  const link = page.getByRole("link", { name: words.text("static.keys") });
  await link.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  const [style, width, colour] = await link.evaluate((one) => ["outlineStyle", "outlineWidth", "outlineColor"].map((name) => getComputedStyle(one)[name]));
  assert.equal(style, "solid");
  assert.ok(parseFloat(width) >= 2);
  assert.notEqual(colour, paper);
  assert.ok(byId(events, outbreak));
});
