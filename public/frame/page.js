// What the parts of the frame's script know of their page.

export const html = document.documentElement;

/** What the address asked for at first; the app may change it later on. */
export const query = new URLSearchParams(location.search);

/** What is for the frame alone: WordPress's secret, and where the reader came from. */
const own = () => new URLSearchParams(location.hash.startsWith("#?") ? location.hash.slice(2) : "");
const toldSecret = () => /^[a-zA-Z0-9]{1,64}$/.exec(own().get("secret") ?? "")?.[0];

/** By which WordPress knows the frame. An old WordPress adds it once its script is there, which may be
 *  when the frame has long loaded; a step within the page takes it from the address. */
export let secret = toldSecret() ?? "";
addEventListener("hashchange", () => {
  secret = toldSecret() ?? secret;
});

/** The frame's address as the host wrote it, whatever language the reader has turned to since. */
export const source = own().get("src") ?? location.href;

/** The address of this frame in another language, by which the host still knows it. */
export const inLanguage = (path) => `${path}${location.search}#?${new URLSearchParams({ secret, src: source })}`;

/** Whether the app has taken the page over. */
export const isTakenOver = () => html.dataset.app === "running";

/** The page that stands there, the build's or the app's. */
export const page = () => document.getElementById("page");
