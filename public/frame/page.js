// What the parts of the frame's script know of their page.

export const html = document.documentElement;

/** The address as the host wrote it: the app may change it later on. */
export const { href, search, hash } = location;

export const query = new URLSearchParams(search);

/** Whether the app has taken the page over. */
export const isTakenOver = () => html.dataset.app === "running";

/** The page that stands there, the build's or the app's. */
export const page = () => document.getElementById("page");
