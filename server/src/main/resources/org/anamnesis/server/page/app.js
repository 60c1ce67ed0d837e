// What htmx does not do by itself. Without scripts the page works too, a whole page at a time.
"use strict";

const MESSAGE = "message";

// Enter sends, Shift and Enter begins a line; not while a word is still being composed.
document.addEventListener("keydown", (e) => {
  if (e.target.id === MESSAGE && e.key === "Enter" && !e.shiftKey && !e.isComposing) {
    e.preventDefault();
    if (e.target.value.trim()) e.target.form.requestSubmit();
  }
});

// A turn that was taken leaves the field empty and stands in view; one that was not keeps its words.
document.addEventListener("htmx:afterRequest", (e) => {
  const field = document.getElementById(MESSAGE);
  if (e.detail.successful && e.detail.elt.id === "say" && field) {
    field.value = "";
    field.focus();
  }
});
document.addEventListener("htmx:afterSwap", (e) => {
  if (!e.detail.target || e.detail.target.id !== "turns") return;
  copyable(e.detail.target); // before the turn is scrolled to, for it makes it longer
  latest();
});

// Of what is asked only the lines that differ are replaced: what the reader has opened stays open, where she is stays
// where it was, and the browser need not lay out again what is as it was.
document.addEventListener("htmx:oobBeforeSwap", (e) => {
  const next = e.detail.fragment.querySelector("#" + e.detail.target.id);
  if (!next) return;
  e.detail.shouldSwap = false;
  next.removeAttribute("hx-swap-oob");
  renew(e.detail.target, next);
});

const key = (node) => (node.nodeType === Node.ELEMENT_NODE ? node.id || node.dataset.key || "" : "");
const asked = (element) => [...element.attributes].filter((a) => a.name.startsWith("hx-")).map((a) => a.name + a.value).join();

function renew(old, next) {
  if (old.isEqualNode(next)) return;
  if (old.nodeType !== Node.ELEMENT_NODE) {
    old.nodeValue = next.nodeValue;
    return;
  }
  for (const a of [...old.attributes]) if (!next.hasAttribute(a.name) && a.name !== "open") old.removeAttribute(a.name);
  for (const a of next.attributes) {
    if (old.getAttribute(a.name) === a.value) continue;
    old.setAttribute(a.name, a.value);
    if (a.name === "value" && old.tagName === "INPUT") old.value = a.value;
  }
  if (old.type === "radio") old.checked = next.hasAttribute("checked");
  const keyed = new Map([...old.children].filter(key).map((c) => [key(c), c]));
  let at = old.firstChild;
  for (const child of [...next.childNodes]) {
    const same = key(child) ? keyed.get(key(child)) : at && !key(at) && at.nodeName === child.nodeName ? at : null;
    if (same && same.nodeName === child.nodeName && (same.nodeType !== Node.ELEMENT_NODE || asked(same) === asked(child))) {
      if (same !== at) old.insertBefore(same, at);
      renew(same, child);
      at = same.nextSibling;
    } else {
      old.insertBefore(child, at);
      if (child.nodeType === Node.ELEMENT_NODE) htmx.process(child);
    }
  }
  while (at) {
    const gone = at;
    at = at.nextSibling;
    gone.remove();
  }
}

// A sample of what is asked now. It is asked for when the turn stands on the screen, for making it takes the processors
// that showing needs; until it is there, the one before it stays.
let looking = new AbortController();
async function look() {
  const preview = document.getElementById("preview");
  const state = document.getElementById("preview-state");
  const body = document.getElementById("preview-body");
  looking.abort();
  const mine = (looking = new AbortController());
  state.textContent = body.querySelector("table") ? "Making a sample; this one is of the request before …" : "Making a sample …";
  body.setAttribute("aria-busy", "true");
  await new Promise((shown) => requestAnimationFrame(() => setTimeout(shown, 0)));
  try {
    const answer = await fetch(preview.dataset.from, { headers: { "HX-Request": "true" }, signal: mine.signal });
    body.innerHTML = await answer.text();
    copyable(body);
  } catch (e) {
    if (mine.signal.aborted) return;
    body.textContent = "The server does not answer.";
  }
  if (mine.signal.aborted) return;
  state.textContent = "";
  body.setAttribute("aria-busy", "false");
}
document.addEventListener("sample-due", look);

// A button beside each source that copies it, where the browser lets a page write to the clipboard.
function copyable(within) {
  if (!navigator.clipboard) return;
  within.querySelectorAll(".sources > li:not(:has(> .copy))").forEach((source) => {
    const said = source.cloneNode(true);
    said.querySelectorAll(".soft, a:not([href^=http])").forEach((e) => e.remove()); // licence and ways on this page
    const citation = said.textContent.replace(/\s+/g, " ").trim();
    const button = source.appendChild(document.createElement("button"));
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy citation";
    button.setAttribute("aria-label", "Copy citation: " + citation);
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(citation);
        told(button, "Copied");
      } catch (e) {
        told(button, "The browser does not allow it");
      }
    });
  });
}

function told(button, words) {
  const [text, label] = [button.textContent, button.getAttribute("aria-label")];
  if (label === null) return; // it says so already
  button.textContent = words;
  button.removeAttribute("aria-label");
  button.setAttribute("aria-live", "polite");
  setTimeout(() => {
    button.textContent = text;
    button.setAttribute("aria-label", label);
  }, 2000);
}

// A file may be dropped onto the form that takes one; the button beside it does the same by keyboard.
for (const kind of ["dragenter", "dragover", "dragleave", "drop"]) {
  document.addEventListener(kind, (e) => {
    if (!e.dataTransfer || ![...e.dataTransfer.types].includes("Files")) return;
    e.preventDefault(); // or the browser would leave the page for the file
    const form = e.target.closest && e.target.closest("form.open");
    document.querySelectorAll("form.open").forEach((f) => f.classList.toggle("dropping", f === form && kind !== "drop" && kind !== "dragleave"));
    if (!form) e.dataTransfer.dropEffect = "none";
    else if (kind === "drop" && e.dataTransfer.files.length > 0) {
      const one = new DataTransfer();
      one.items.add(e.dataTransfer.files[0]);
      form.querySelector("input[type=file]").files = one.files;
      form.requestSubmit();
    }
  });
}

function latest() {
  const turns = document.getElementById("turns");
  if (!turns || !turns.lastElementChild) return;
  // An earlier question is answered or passed over by what was said after it.
  turns.querySelectorAll(".turn:not(:last-child) > .answer > :is(.question, .undo)").forEach((q) => q.remove());
  turns.lastElementChild.scrollIntoView({ block: "nearest" });
}

document.addEventListener("htmx:sendError", () => {
  const turns = document.getElementById("turns");
  if (!turns) return;
  const said = document.createElement("li");
  said.className = "turn problem";
  const alert = said.appendChild(document.createElement("div"));
  alert.setAttribute("role", "alert");
  alert.textContent = "The server does not answer. What was said before is kept; start it again and reload this page.";
  turns.append(said);
  latest();
});

// Work in the background tells how far it is. The browser reconnects by itself, also to a server that was started anew.
const watched = new Map();
function watch() {
  document.querySelectorAll("[data-events]").forEach((element) => {
    if (watched.has(element.id)) return;
    const id = element.id;
    const source = new EventSource(element.dataset.events);
    watched.set(id, source);
    const stop = () => {
      source.close();
      watched.delete(id);
    };
    source.addEventListener("job", (e) => {
      const now = document.getElementById(id);
      if (!now) return stop();
      const holder = document.createElement("template");
      holder.innerHTML = e.data;
      const next = holder.content.firstElementChild;
      const focused = now.contains(document.activeElement) ? document.activeElement.textContent : null;
      now.replaceWith(next);
      htmx.process(next);
      if (focused !== null) {
        const same = [...next.querySelectorAll("button, a, summary")].find((b) => b.textContent === focused);
        (same || next.querySelector("button, a") || next).focus();
      }
    });
    source.addEventListener("end", stop);
  });
}
document.addEventListener("DOMContentLoaded", () => {
  copyable(document);
  latest();
  watch();
  if (document.querySelector("#preview[data-due]")) look();
});
document.addEventListener("htmx:afterSettle", watch);
