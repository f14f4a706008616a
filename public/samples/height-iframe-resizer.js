// As iframe-resizer 5 listens: the frame is greeted with its name and many settings, and answers
// with that name, its height, its width and what happened.
const GREETING = "[iFrameSizer]";
const SETTINGS = "8:false:false:32:true:true::auto::::0:false:child:auto:false::true:::true";

const frame = document.querySelector("#outbreak");
const greet = () => frame.contentWindow.postMessage(`${GREETING}${frame.id}:${SETTINGS}`, "*");
frame.addEventListener("load", greet);
greet();
addEventListener("message", ({ data, source }) => {
  if (source !== frame.contentWindow || typeof data !== "string" || !data.startsWith(GREETING)) return;
  const [id, height] = data.slice(GREETING.length).split(":");
  if (id === frame.id) frame.style.height = `${Number(height)}px`;
});
