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
  if (e.detail.elt.id === "preview") e.detail.elt.setAttribute("aria-busy", "false");
  const field = document.getElementById(MESSAGE);
  if (e.detail.successful && e.detail.elt.id === "say" && field) {
    field.value = "";
    field.focus();
  }
});
document.addEventListener("htmx:afterSwap", (e) => {
  if (e.detail.target && e.detail.target.id === "turns") latest();
});

// What the answer replaces keeps what the reader had opened.
document.addEventListener("htmx:oobBeforeSwap", (e) => {
  const open = [...e.detail.target.querySelectorAll("details[open] > summary")].map((s) => s.textContent);
  e.detail.fragment.querySelectorAll("details > summary").forEach((s) => {
    if (s.parentElement.classList.contains("versions") && open.some((o) => o.startsWith("Versions"))) s.parentElement.open = true;
  });
});

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
  latest();
  watch();
});
document.addEventListener("htmx:afterSettle", watch);
