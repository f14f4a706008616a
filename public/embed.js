// The element that an article embeds us with:
//
//   <qawlan-embed src="https://…/en/embed/events/…/" title="…" heights="320:1900 600:1200">
//     Words that stay until the frame is there, and where it never comes.
//   </qawlan-embed>
//
// Articles name this file for years, so its name holds no hash. Whatever the article's sheets say,
// nothing of them reaches the frame: it stands in a shadow root, and on the element itself only
// declarations of its own `style` that are important can't be outdone. Nothing is written to the
// console of a page that isn't ours.

import { heightAt, heightTold } from "./embed/heights.js";

/** Attributes that the frame takes in its query. */
const IN_THE_QUERY = ["view", "row", "theme", "controls", "first", "names", "asof"];
/** A frame is fetched when it is so near to what the reader sees. */
const NEAR = "1000px 0px";

/** The elements in the page. */
const embeds = new Set();

/** Sets styles that no sheet of the page's can outdo. */
function fix({ style }, declarations) {
  for (const [name, value] of Object.entries(declarations)) style.setProperty(name, value, "important");
}

/** Where the frame of an element leads, or nothing where its `src` is no web address. */
function addressOf(embed) {
  if (!embed.getAttribute("src")) return undefined;
  // An anchor reads an address as the page does, and throws at none.
  const { href, protocol } = Object.assign(document.createElement("a"), { href: embed.getAttribute("src") });
  if (!/^https?:$/.test(protocol)) return undefined;
  const address = new URL(href);
  for (const name of IN_THE_QUERY) {
    if (embed.hasAttribute(name)) address.searchParams.set(name, embed.getAttribute(name));
  }
  return address;
}

class QawlanEmbed extends HTMLElement {
  static get observedAttributes() {
    return ["src", "title", "heights", ...IN_THE_QUERY];
  }

  connectedCallback() {
    if (!this.shadowRoot) this.attachShadow({ mode: "open" }).append(document.createElement("slot"));
    embeds.add(this);
    // The direction and what words inherit stay the article's, whose words they are.
    fix(this, { all: "unset", display: "block", position: "relative", width: "100%", visibility: "visible" });
    this.sizes = new ResizeObserver(() => this.keepRoom());
    this.sizes.observe(this);
    this.nearness = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.open();
    }, { rootMargin: NEAR });
    this.nearness.observe(this);
    this.keepRoom();
  }

  /** Leaves the page, or is moved in it: a frame that moves loads anew in any case. */
  disconnectedCallback() {
    embeds.delete(this);
    this.sizes.disconnect();
    this.nearness.disconnect();
    for (const frame of this.frames()) frame.remove();
    this.frame = undefined;
    this.isShown = false;
    fix(this.shadowRoot.firstChild, { display: "contents" });
  }

  attributeChangedCallback(name) {
    if (name === "heights" && this.sizes) this.keepRoom();
    if (!this.frame) return;
    if (name === "title") this.frame.title = this.name();
    else if (name === "theme" && !this.frame.inert) this.tellTheme();
    else if (name !== "heights") this.openAgain();
  }

  frames() {
    return this.shadowRoot.querySelectorAll("iframe");
  }

  /** What those who hear the page are told that the frame is. */
  name() {
    return this.getAttribute("title")?.trim() || this.textContent.trim().split("\n")[0];
  }

  /** Until the frame has told its height, there is room for the one it is expected to have. */
  keepRoom() {
    if (!this.isShown) fix(this, { "min-height": `${heightAt(this.getAttribute("heights"), this.clientWidth)}px` });
  }

  /** Makes the frame, which nobody sees until it has told its height. One before it stays until then. */
  open() {
    this.nearness.disconnect();
    const address = addressOf(this);
    if (!address || !this.isConnected) return;
    const frame = document.createElement("iframe");
    frame.title = this.name();
    frame.loading = "lazy";
    frame.allow = "clipboard-write; fullscreen";
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    frame.setAttribute("scrolling", "no");
    frame.inert = true;
    // Without a scheme of its own the frame would be told the article's instead of the reader's.
    fix(frame, { all: "initial", position: "absolute", inset: "0", width: "100%", height: "100%", opacity: "0", "color-scheme": "light dark" });
    frame.src = address.href;
    if (this.frame && !this.isShown) this.frame.remove();
    this.frame = frame;
    this.shadowRoot.append(frame);
  }

  /** Once, however many attributes change together. */
  openAgain() {
    this.opening ??= Promise.resolve().then(() => {
      this.opening = undefined;
      if (this.frame) this.open();
    });
  }

  tellTheme() {
    const theme = this.getAttribute("theme") ?? "follow";
    // To whoever is there: in a sandbox the frame's origin is none that could be named.
    this.frame.contentWindow.postMessage({ type: "qawlan-theme", theme }, "*");
  }

  /** The frame has told its height: it takes the place of the words. */
  show(height) {
    this.isShown = true;
    fix(this, { "min-height": "0", height: `${height}px` });
    if (!this.frame.inert) return;
    this.frame.inert = false;
    fix(this.frame, { opacity: "1" });
    fix(this.shadowRoot.firstChild, { display: "none" });
    for (const frame of this.frames()) if (frame !== this.frame) frame.remove();
  }
}

addEventListener("message", ({ data, source }) => {
  const height = heightTold(data);
  if (!height || !source) return;
  for (const embed of embeds) if (embed.frame?.contentWindow === source) embed.show(height);
});

if (!customElements.get("qawlan-embed")) customElements.define("qawlan-embed", QawlanEmbed);
