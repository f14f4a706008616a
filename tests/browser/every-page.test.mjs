// What holds on every page of the site, in every language: each page is opened once on a phone,
// and one of each kind on a wide screen; the tests read what was seen there.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { languages, paths } from "./records.mjs";
import { closeBrowser, openPage, startSite } from "./support.mjs";

const AT_ONCE = 3;
const wide = ["", "episodes/2022-september/", "events/2022-09-13-outbreak/", "events/2022-09-14-bodies/"];
const MOST_NODES = 2500;
/** One entry a visit. */
const seen = [];

before(async () => {
  const site = await startSite();
  const visits = languages.flatMap((lang) => [
    ...paths.map((path) => ({ lang, path, width: 360 })),
    ...wide.map((path) => ({ lang, path, width: 1280 })),
  ]);
  const visitor = async () => {
    let open;
    for (let next; (next = visits.shift()); ) {
      open = await opened(site, open, next);
      seen.push(await look(open, next));
    }
    await open.context.close();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, visitor));
  await site.stop();
});
after(closeBrowser);

/** Opens the page in a window of its own, or in the one that is open where it is of the same language
 *  and width: a reader who goes on has the app's files already. */
async function opened(site, open, { lang, path, width }) {
  if (open?.lang === lang && open.width === width) {
    const response = await open.page.goto(new URL(`${lang}/${path}`, site.url).href, { waitUntil: "load" });
    await open.page.waitForSelector("html[data-app=running], html[data-app=failed]", { state: "attached" });
    return { ...open, response };
  }
  await open?.context.close();
  const prepare = (page) =>
    page.addInitScript(() => {
      window.shifts = [];
      window.grown = 0;
      // A busy machine paints a page before it has read it to its end: what is painted may then grow.
      let readAt = Infinity;
      const frame = (then) => requestAnimationFrame(then);
      addEventListener("DOMContentLoaded", () => frame(() => frame(() => { readAt = performance.now(); })));
      new PerformanceObserver((list) => {
        for (const { value, sources, startTime } of list.getEntries()) {
          // Below what Lighthouse rounds to nothing.
          if (value < 0.0005) continue;
          if (startTime < readAt) window.grown += value;
          else window.shifts.push(`${value.toFixed(4)}: ${sources.map(({ node }) => node?.className || node?.nodeName)}`);
        }
      }).observe({ type: "layout-shift", buffered: true });
    });
  return { lang, width, ...(await openPage({ site, lang, path, width, height: 740, prepare })) };
}

async function look({ page, errors, foreign, response }, { lang, path, width }) {
  const facts = await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    await frame();
    await frame();

    const parsed = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
    const outline = "h1,h2,h3,h4,main,nav,aside,search,header,footer,section,article,ul,ol,li,dl,table,tr,th,td,a,button,input,details,summary,[role]";
    const squeeze = (text) => text.replace(/\s+/g, " ").trim();
    /** Text and outline of the page, without what is only for one of the two: notes for readers
     *  without scripts, and what Leaflet has drawn. */
    const read = (root) => {
      const copy = root.cloneNode(true);
      for (const part of copy.querySelectorAll("noscript, .map-canvas > *")) part.remove();
      const items = [...copy.querySelectorAll(outline)].map((element) => {
        const name = element.localName + (element.getAttribute("role") ? `[${element.getAttribute("role")}]` : "");
        const isHeading = /^h\d$/.test(element.localName);
        const label = element.getAttribute("aria-label") ?? "";
        const href = element.hasAttribute("href") ? new URL(element.getAttribute("href"), location.href).href : "";
        return squeeze(`${name} ${label} ${href} ${isHeading ? element.textContent : ""}`);
      });
      // Spaces aside: where nothing is to be said the static page has one, and it isn't seen.
      return { text: copy.textContent.replace(/\s+/g, ""), items };
    };
    const repeated = (root) => {
      const ids = [...root.querySelectorAll("[id]")].map(({ id }) => id);
      return ids.filter((id, at) => ids.indexOf(id) !== at);
    };
    const anchors = [...document.querySelectorAll("a[href^='#']")].map((link) => link.getAttribute("href").slice(1));
    const { scrollWidth, clientWidth } = document.scrollingElement;
    return {
      app: document.documentElement.dataset.app,
      before: read(parsed.getElementById("page")),
      after: read(document.getElementById("page")),
      repeatedBefore: repeated(parsed),
      repeatedAfter: repeated(document),
      dangling: [...new Set(anchors.filter((id) => !document.getElementById(id)))],
      overflow_px: scrollWidth - clientWidth,
      nodes: document.querySelectorAll("*").length,
      shifts: window.shifts,
      grown: window.grown,
    };
  });
  const logged = { errors: errors.splice(0), foreign: foreign.splice(0) };
  return { page: `${lang}/${path} at ${width}`, status: response.status(), width, ...logged, ...facts };
}

/** Each page of which `fault` has something to say. */
const faulty = (fault) => seen.flatMap((facts) => {
  const words = fault(facts);
  return words === undefined || words.length === 0 ? [] : [`${facts.page}: ${words}`];
});

/** Where two lists part. */
function difference(before, after) {
  const at = before.findIndex((item, n) => item !== after[n]);
  if (at === -1 && before.length === after.length) return undefined;
  const from = at === -1 ? before.length : at;
  const part = (items) => items.slice(from, from + 40).join("").slice(0, 120);
  return `“${part(before)}” became “${part(after)}”`;
}

test("every page answers and the app takes it over", () => {
  assert.deepEqual(faulty(({ status, app }) => (status === 200 && app === "running" ? undefined : `${status} ${app}`)), []);
});

test("no page logs an error or asks another host", () => {
  assert.deepEqual(faulty(({ errors, foreign }) => [...errors, ...foreign].join("; ")), []);
});

test("the app shows word for word what the page said before it came", () => {
  assert.deepEqual(faulty(({ before, after }) => difference([...before.text], [...after.text])), []);
});

test("the app has the headings, links and roles of the page before it, in the same order", () => {
  assert.deepEqual(faulty(({ before, after }) => difference(before.items, after.items)), []);
});

test("nothing moves when the app takes a page over", () => {
  assert.deepEqual(faulty(({ shifts }) => shifts.join("; ")), []);
});

test("a page that is painted while it is still being read grows at its end", () => {
  // Lighthouse's test holds each kind of page to none at all where the machine isn't busy.
  assert.deepEqual(faulty(({ grown }) => (grown < 0.05 ? undefined : grown.toFixed(4))), []);
});

test("no page scrolls sideways", () => {
  assert.deepEqual(faulty(({ overflow_px }) => (overflow_px > 0 ? `${overflow_px} px` : undefined)), []);
});

test("no id stands twice on a page, before or after the app has come", () => {
  assert.deepEqual(faulty(({ repeatedBefore, repeatedAfter }) => [...repeatedBefore, ...repeatedAfter].join(" ")), []);
});

test("every link within a page leads somewhere", () => {
  assert.deepEqual(faulty(({ dangling }) => dangling.join(" ")), []);
});

test(`every page has fewer than ${MOST_NODES} elements`, () => {
  assert.deepEqual(faulty(({ nodes }) => (nodes < MOST_NODES ? undefined : String(nodes))), []);
});
