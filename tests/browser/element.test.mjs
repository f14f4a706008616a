// The element of an article, and the listener that is pasted beside plain frames: what reaches them
// and what doesn't.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { runInNewContext } from "node:vm";
import { heightAt, heightTold } from "../../public/embed/heights.js";
import { article, asked, fits, frameOf, isShown, served, spoiled, start, stop } from "./articles.mjs";
import { eventually } from "./reader.mjs";
import { manifest } from "./records.mjs";

const outbreak = "2022-09-13-outbreak";

before(start);
after(stop);

article("sheets that spare nothing in an article don't reach the element", async (open) => {
  const pictures = [];
  for (const isCalm of [true, false]) {
    spoiled.change = (text, name) => (isCalm && name === "hostile.css" ? "" : text);
    const { page } = await open("hostile");
    await isShown(page);
    const embed = page.locator("qawlan-embed");
    await fits(embed, await frameOf(page, outbreak));
    const { width, x, height } = await embed.boundingBox();
    await page.mouse.move(0, 0);
    pictures.push({ place: { width, x, height }, picture: await embed.screenshot({ animations: "disabled" }) });
    const plainFrame = await page.evaluate(() => {
      const frame = document.querySelector(".story").appendChild(document.createElement("iframe"));
      return getComputedStyle(frame).display;
    });
    assert.equal(plainFrame, isCalm ? "block" : "none", "a plain frame is reached");
  }
  const [calm, hostile] = pictures;
  assert.deepEqual(hostile.place, calm.place);
  assert.ok(calm.place.width > 600 && calm.picture.length > 20_000);
  assert.ok(hostile.picture.equals(calm.picture), "it looks another");
});

article("of ten in an article only those near the reader are fetched, what they share once, and nothing moves", async (open) => {
  asked.clear();
  // With the names of one side each of them starts the app.
  spoiled.change = (text) => text.replaceAll("<qawlan-embed ", `<qawlan-embed names="${manifest.pair[0]}" `);
  const { page } = await open("ten");
  await isShown(page);
  const fetched = () => [...asked.keys()].filter((path) => /\/embed\/events\//.test(path));
  assert.ok(fetched().length >= 1 && fetched().length <= 3, `${fetched().length} fetched before the reader moved`);
  // A frame that nobody sees starts nothing: the reader stays with each until it has started.
  for (const embed of await page.locator("qawlan-embed").all()) {
    await embed.evaluate((element) => element.scrollIntoView());
    const frame = await (await embed.locator("iframe").elementHandle()).contentFrame();
    await eventually(async () => assert.equal(await frame.evaluate(() => document.documentElement.dataset.app), "running"), 10_000);
  }
  assert.equal(fetched().length, 10);
  const frames = () => page.frames().slice(1);
  for (const path of [...fetched(), "embed.js"]) assert.equal(asked.get(path), 1, path);

  // What came whole weighs more than its body; what was only asked for again weighs its headers.
  const came = (await Promise.all(frames().map((frame) => frame.evaluate(() =>
    performance.getEntriesByType("resource").filter(({ transferSize, encodedBodySize }) => transferSize > encodedBodySize).map(({ name }) => name),
  )))).flat().map((address) => address.slice(served.site.url.length));
  for (const part of [/^app-.*\.js$/, /^app-.*\.wasm$/, /^boot-/, /^published\/en\/index/]) assert.ok(came.some((path) => part.test(path)), String(part));
  assert.deepEqual(came.filter((path, at) => came.indexOf(path) !== at), []);
  assert.deepEqual(await page.evaluate(() => window.shifts), []);
});

article("the element's words stay where its frame never comes", async (open) => {
  spoiled.isBroken = (path) => path.includes("/embed/");
  const { page, errors } = await open("dark");
  await eventually(() => assert.equal(errors.length, 1, "the frame has failed"));
  const embed = page.locator("qawlan-embed");
  for (const words of await embed.locator("p").all()) assert.ok(await words.isVisible());
  assert.deepEqual(await page.evaluate(() => window.shifts), []);
  // The frame may yet come: its room is kept, at another width another one.
  for (const width of [800, 360]) {
    await page.setViewportSize({ width, height: 740 });
    await eventually(async () => {
      const box = await embed.boundingBox();
      assert.equal(box.height, heightAt(await embed.getAttribute("heights"), box.width));
    });
  }
}, { expects: /503/ });

article("an element that is moved in its article shows its frame again", async (open) => {
  const { page } = await open("dark");
  await isShown(page);
  const embed = page.locator("qawlan-embed");
  await embed.evaluate((element) => element.remove() ?? document.querySelector("main").prepend(element));
  await isShown(page);
  assert.equal(await embed.locator("iframe").count(), 1);
  await fits(embed, await frameOf(page, outbreak));
});

article("a height from anybody else, or one that can't be, changes nothing", async (open) => {
  const { page } = await open("hostile");
  await isShown(page);
  const embed = page.locator("qawlan-embed");
  const frame = await frameOf(page, outbreak);
  await fits(embed, frame);
  const before = await embed.boundingBox();
  await page.evaluate(async () => {
    const other = document.body.appendChild(document.createElement("iframe"));
    const tell = (height) => ({ "datawrapper-height": { "en/events/x": height } });
    for (let n = 0; n < 500; n += 1) {
      postMessage(tell(50), "*");
      other.contentWindow.eval(`parent.postMessage(${JSON.stringify(tell(60))}, "*")`);
    }
    await new Promise((resolve) => setTimeout(resolve));
    other.remove();
  });
  await frame.evaluate(() => {
    for (const height of [0, -5, NaN, Infinity, 1e9, "much", null, {}, { height: 5 }]) parent.postMessage({ "datawrapper-height": { x: height } }, "*");
    for (const message of [null, 7, "datawrapper-height", "x".repeat(1e6), { "datawrapper-height": 5 }, []]) parent.postMessage(message, "*");
  });
  await page.waitForFunction(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0, true))));
  assert.deepEqual(await embed.boundingBox(), before);
});

article("what an element's attributes say stands in its frame's address, and a change is followed without a trace in the history", async (open) => {
  const { page } = await open("dark");
  await isShown(page);
  const embed = page.locator("qawlan-embed");
  const history = await page.evaluate(() => history.length);
  const query = async () => Object.fromEntries(new URL(await embed.locator("iframe").last().getAttribute("src")).searchParams);
  assert.deepEqual(await query(), { theme: "dark" });
  const set = (attributes) => embed.evaluate((element, attributes) => { for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value); }, attributes);

  // A theme is told, not loaded.
  const frame = await frameOf(page, outbreak);
  await set({ theme: "light" });
  await eventually(async () => assert.equal(await frame.evaluate(() => document.documentElement.dataset.theme), "light"));

  await set({ view: "losses", first: manifest.pair[1], title: "Losses" });
  const wanted = { theme: "light", view: "losses", first: manifest.pair[1] };
  await eventually(async () => {
    assert.deepEqual(await query(), wanted);
    assert.equal(await embed.locator("iframe").count(), 1);
    assert.equal(await embed.locator("iframe").getAttribute("title"), "Losses");
  });
  await fits(embed, await frameOf(page, outbreak));
  assert.equal(await page.evaluate(() => history.length), history);
});

article("an element leads nowhere but to the web", async (open) => {
  const { page } = await open("dark");
  await isShown(page);
  for (const src of ["javascript:parent.ran=true", "data:text/html,<p>", "about:blank", "http://[", ""]) {
    const frames = await page.evaluate((src) => {
      const element = document.createElement("qawlan-embed");
      element.setAttribute("src", src);
      document.querySelector("main").prepend(element);
      element.open();
      const { length } = element.shadowRoot.querySelectorAll("iframe");
      element.remove();
      return length;
    }, src);
    assert.equal(frames, 0, src);
  }
  assert.equal(await page.evaluate(() => window.ran), undefined);
});

article("a frame without a title is called by the words' first line", async (open) => {
  const { page } = await open("dark");
  await isShown(page);
  await page.locator("qawlan-embed").evaluate((element) => element.removeAttribute("title"));
  const title = await page.locator("qawlan-embed iframe").getAttribute("title");
  assert.equal(title, await page.locator("qawlan-embed p").first().textContent());
});

/** What the pasted listener does with a frame: its height before and after a message. */
function pasted(listed, width, message) {
  let hear;
  const frame = { style: {}, clientWidth: width, contentWindow: {}, getAttribute: () => listed };
  const document = { querySelectorAll: () => [frame] };
  const code = readFileSync(new URL("../../public/snippets/listener.js", import.meta.url), "utf8");
  runInNewContext(code, { document, addEventListener: (_, listener) => (hear = listener) });
  const first = frame.style.height;
  frame.style.height = "0px";
  hear({ source: frame.contentWindow, data: message });
  return [first, frame.style.height].map((height) => parseInt(height, 10));
}

test("element and pasted listener expect the same height at every width, and take the same for one", () => {
  const listed = "320:1900 600:1200 1000:1000";
  for (const [width, height] of [[280, 1900], [320, 1900], [460, 1550], [600, 1200], [601, 1200], [800, 1100], [1000, 1000], [2000, 1000]]) {
    assert.equal(heightAt(listed, width), height, String(width));
  }
  assert.deepEqual([heightAt(null, 500), heightAt("", 500), heightAt("tall", 500), heightAt("500:700", 320)], [0, 0, 0, 700]);
  for (let width = 200; width < 1200; width += 7) assert.equal(pasted(listed, width)[0], heightAt(listed, width), String(width));
  const told = (height) => ({ "datawrapper-height": { "en/events/x": height } });
  for (const message of [told(640), told(640.2), told(0), told(-3), told(1e9), told("tall"), told(null), {}, "text", null, undefined, 7]) {
    assert.equal(pasted(listed, 500, message)[1], heightTold(message), JSON.stringify(message));
  }
  assert.deepEqual([heightTold(told(640.2)), heightTold(told(1e9)), heightTold("text")], [641, 0, 0]);
});

test("the listener can be pasted where systems spoil ampersands, less-than signs and empty lines", () => {
  const code = readFileSync(new URL("../../public/snippets/listener.js", import.meta.url), "utf8");
  assert.doesNotMatch(code.replace(/^\/\/.*\n/gm, ""), /[<&]|\n\s*\n/);
});
