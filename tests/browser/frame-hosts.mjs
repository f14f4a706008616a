// A host: pages of another origin than the site's, with what newsrooms have on theirs to give a frame
// its height. Two listeners are the hosts' own libraries; the others do what their hosts publish.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const library = (path) => readFileSync(new URL(`../../node_modules/${path}`, import.meta.url));
const LIBRARIES = {
  "/pym.js": library("pym.js/dist/pym.v1.js"),
  "/frames.js": library("@newswire/frames/dist/frames.modern.js"),
};

/** Serves `pages`, by their paths, until `stop()`. Its name is another site's, not only its port. */
export async function startHost(pages) {
  const server = createServer(({ url }, response) => {
    const body = LIBRARIES[url] ?? pages[url];
    const type = url in LIBRARIES ? "text/javascript" : "text/html; charset=utf-8";
    response.writeHead(body === undefined ? 404 : 200, { "content-type": type }).end(body ?? "");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = () => new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
  return { url: `http://localhost:${server.address().port}`, stop };
}

/** What hosts do with a frame's messages. Each is given its frame, and runs in the host's page. */
export const listeners = {
  datawrapper(frame) {
    addEventListener("message", ({ data, source }) => {
      for (const height of Object.values(data["datawrapper-height"] ?? {})) {
        if (source === frame.contentWindow) frame.style.height = `${height}px`;
      }
    });
  },
  /** The one that came before: it looks for its frame by what the message calls it. */
  datawrapperOfOld() {
    addEventListener("message", ({ data }) => {
      for (const [id, height] of Object.entries(data["datawrapper-height"] ?? {})) {
        const frame = document.querySelector(`#datawrapperOfOld[src*='${id}']`);
        if (frame) frame.style.height = `${height}px`;
      }
    });
  },
  amp(frame) {
    addEventListener("message", ({ data, source }) => {
      if (source !== frame.contentWindow || data.sentinel !== "amp" || data.type !== "embed-size") return;
      frame.style.height = `${data.height}px`;
    });
  },
  medium(frame) {
    addEventListener("message", ({ data }) => {
      if (typeof data !== "string" || data[0] !== "{") return;
      const { src, context, height } = JSON.parse(data);
      if (context === "iframe.resize" && src === frame.src) frame.height = height;
    });
  },
  guardian(frame) {
    addEventListener("message", ({ data, source }) => {
      if (source !== frame.contentWindow || typeof data !== "string" || data[0] !== "{") return;
      const { type, value, id } = JSON.parse(data);
      if (type === "set-height" && id.startsWith("iframeMessenger:")) frame.height = value;
    });
  },
  /** It greets when the frame has loaded, and knows its frame by the name it gave it. */
  resizer(frame) {
    const settings = "8:false:false:32:true:true:null:auto:null:null:0:false:child:auto:true:undefined";
    frame.addEventListener("load", () => {
      frame.contentWindow.postMessage(`[iFrameSizer]${frame.id}:${settings}`, "*");
    });
    addEventListener("message", ({ data }) => {
      if (typeof data !== "string" || !data.startsWith("[iFrameSizer]")) return;
      const [id, height, width] = data.slice(13).split(":");
      if (id === frame.id && Number(height) && Number(width)) frame.style.height = `${height}px`;
    });
  },
};

/** WordPress's: shows a frame when its secret comes back, and gives one to a frame that has none. */
export function wordPress() {
  addEventListener("message", ({ data, source }) => {
    if (!data?.secret || /[^a-zA-Z0-9]/.test(data.secret)) return;
    for (const quote of document.querySelectorAll(`blockquote[data-secret="${data.secret}"]`)) {
      quote.style.display = "none";
    }
    for (const frame of document.querySelectorAll(`iframe[data-secret="${data.secret}"]`)) {
      if (source !== frame.contentWindow) continue;
      frame.removeAttribute("style");
      if (data.message === "height") frame.height = Math.max(200, Math.min(1000, parseInt(data.value, 10)));
      if (data.message !== "link") continue;
      const [from, to] = [frame.getAttribute("src"), data.value].map((address) => new URL(address));
      if (to.host === from.host && document.activeElement === frame) top.location.href = data.value;
    }
  });
  const greet = (frame) => {
    if (!frame.dataset.secret) {
      const secret = Math.random().toString(36).slice(2, 12);
      frame.src += `#?secret=${secret}`;
      frame.previousElementSibling.dataset.secret = frame.dataset.secret = secret;
    }
    frame.contentWindow.postMessage({ message: "ready", secret: frame.dataset.secret }, "*");
  };
  addEventListener("load", () => document.querySelectorAll("iframe.wp-embedded-content").forEach(greet));
}

const document_ = (head, body) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;

/** An article with that frame alone. */
export const plainArticle = (src, attributes = 'width="600" height="800"') =>
  document_("", `<iframe id="frame" title="Frame" src="${src}" ${attributes}></iframe>`);

/** A WordPress article that embeds the page at `src` twice, each with the words it stands for: as
 *  WordPress writes it, with a secret, and as old articles have it, without. The second one's secret
 *  comes when the frame has loaded: to lead a frame elsewhere before may take it from Playwright. */
export function wordPressArticle(src) {
  const embed = (title, of, fragment) =>
    `<blockquote class="wp-embedded-content"${of}>What stands for it</blockquote>
    <iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" title="${title}"
      style="position: absolute; visibility: hidden"${of} src="${src}${fragment}" width="600" height="338"
      marginwidth="0" marginheight="0" scrolling="no"></iframe>`;
  const secret = "4bXq7Lm2Za";
  return document_(
    `<script>(${wordPress})()</script>`,
    embed("With a secret", ` data-secret="${secret}"`, `#?secret=${secret}`) + embed("Without", "", ""),
  );
}

/** One page with a frame for each protocol, side by side, so that all are in view. */
export function everyProtocol(src) {
  const frame = (name) => `<div class="column"><iframe id="${name}" title="${name}" src="${src}"></iframe></div>`;
  const listen = Object.entries(listeners).map(
    ([name, listener]) => `({ ${listener} }).${name}(document.getElementById("${name}"));`,
  );
  return document_(
    `<style>
      body { margin: 0; display: flex; align-items: flex-start; }
      .column { flex: none; inline-size: var(--width, 600px); }
      iframe { display: block; inline-size: 100%; border: 0; }
    </style>`,
    `${Object.keys(listeners).map(frame).join("")}
    <div class="column" id="pym"></div>
    <div class="column"><iframe id="newswire" title="newswire" src="${src}"></iframe></div>
    <script src="/pym.js"></script>
    <script>${listen.join("\n")}
      new pym.Parent("pym", "${src}", { title: "pym" });
    </script>
    <script type="module">
      import { observeIframe } from "/frames.js";
      observeIframe(document.getElementById("newswire"));
    </script>`,
  );
}
