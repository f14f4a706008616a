// In an article a frame is as high as its words, whatever the host listens to.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { everyProtocol, startHost, wordPressArticle } from "./frame-hosts.mjs";
import { eventually } from "./reader.mjs";
import { directions } from "./records.mjs";
import { closeBrowser, openPage, startSite } from "./support.mjs";

const EVENT = "events/2022-09-13-outbreak/";
const WIDTHS = [320, 600, 1000];

let site;
let host;
before(async () => {
  site = await startSite();
  const frame = (lang, query = "") => new URL(`${lang}/embed/${EVENT}${query}`, site.url).href;
  host = await startHost({
    "/en/every": everyProtocol(frame(directions[0], "?controls=on")),
    "/en/wordpress": wordPressArticle(frame(directions[0])),
  });
});
after(async () => {
  await closeBrowser();
  await host.stop();
  await site.stop();
});

/** Opens a page of the host; `wide` enough for all frames side by side. */
async function visit(path, { wide = 1280 } = {}) {
  const visited = await openPage({ site: { url: `${host.url}/` }, lang: "en", path, width: wide, waitForApp: false });
  visited.page.setDefaultTimeout(10_000);
  return visited;
}

/** Each frame's height as the host gave it, and its content's own. */
async function heights(page) {
  const frames = await page.locator("iframe").all();
  return Promise.all(
    frames.map(async (frame) => {
      const [name, given] = await frame.evaluate((element) => [element.title, element.getBoundingClientRect().height]);
      const own = await frame.contentFrame().locator("html").evaluate((html) => html.getBoundingClientRect().height);
      return { name, given, own };
    }),
  );
}

/** Waits until every frame is as high as its content, to the pixel. */
const fits = (page) =>
  eventually(async () => {
    for (const { name, given, own } of await heights(page)) {
      assert.ok(given >= own && given - own < 1.01, `${name}: ${given} for ${own}`);
    }
  }, 10_000);

const setWidth = (page, width) =>
  page.evaluate((width) => document.body.style.setProperty("--width", `${width}px`), width);

/** Turns every frame to another language, by its own link. */
async function setLanguage(page, lang) {
  for (const frame of await page.locator("iframe").all()) {
    await frame.contentFrame().locator(`.languages [hreflang="${lang}"]`).click();
    await frame.contentFrame().locator(`html[lang="${lang}"]`).waitFor();
  }
}

test("a frame is as high as its words for every host, and then stays so", { timeout: 180_000 }, async () => {
  const { context, page, errors } = await visit("every", { wide: 8100 });
  await fits(page);
  const closed = await heights(page);

  for (const { title } of await page.locator("iframe").evaluateAll((all) => all.map(({ title }) => ({ title })))) {
    const folds = page.locator(`iframe[title="${title}"]`).contentFrame().locator("details > summary:visible");
    assert.ok((await folds.count()) > 0, "nothing to open");
    await folds.first().click();
  }
  await fits(page);
  for (const [n, { name, own }] of (await heights(page)).entries()) assert.ok(own > closed[n].own, `${name} didn't grow`);

  for (const lang of [...directions].reverse()) {
    await setLanguage(page, lang);
    for (const width of WIDTHS) {
      await setWidth(page, width);
      await eventually(async () => {
        for (const frame of await page.locator("iframe").all()) {
          const html = frame.contentFrame().locator("html");
          assert.equal(await html.evaluate((html) => html.getBoundingClientRect().width), width);
        }
      }, 10_000);
      await fits(page);
    }
  }

  await page.evaluate(() => {
    window.changes = [];
    const observer = new ResizeObserver((entries) => window.changes.push(...entries.map(({ target }) => target.title)));
    for (const frame of document.querySelectorAll("iframe")) observer.observe(frame);
  });
  const quiet = await heights(page);
  await page.waitForTimeout(20_000);
  assert.deepEqual(await heights(page), quiet);
  // Each was noticed once, when the watching began.
  assert.equal(await page.evaluate(() => window.changes.length), quiet.length);
  assert.deepEqual(errors, []);
  await context.close();
});

test("in a WordPress article frames appear, told their secret early or late, and the host follows their link", async () => {
  const { context, page, errors } = await visit("wordpress");
  for (const title of ["With a secret", "Without"]) {
    const frame = page.getByTitle(title);
    await eventually(async () => assert.ok(await frame.isVisible()));
    // No frame there is higher, however much it holds; the rest scrolls inside.
    await eventually(async () => assert.equal(await frame.getAttribute("height"), "1000"));
    assert.ok(await frame.contentFrame().locator("html").evaluate((html) => html.scrollHeight > innerHeight));
  }
  assert.equal(await page.locator("blockquote:visible").count(), 0);
  await page.getByTitle("Without").contentFrame().locator(".frame-open").click();
  await page.waitForURL((url) => url.pathname.endsWith(`/${directions[0]}/${EVENT}`));
  assert.deepEqual(errors, []);
  await context.close();
});
