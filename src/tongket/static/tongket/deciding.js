// Deciding by keyboard. Without this file everything still works by pointer and Tab; with it one hand is enough.
"use strict";

const claims = () => [...document.querySelectorAll("[data-desk]")].map((desk) => desk.closest("li"));
let at = -1;

// A long document is shown in parts: beyond the last claim of one stands the first of the next.
function leave(link, place) {
  if (link) location.href = link.href.replace(/#.*|$/, place);
  return Boolean(link);
}

function go(place) {
  const all = claims();
  if (place >= all.length && leave(document.querySelector("a[rel=next]"), "#first")) return;
  if (place < 0 && leave(document.querySelector("a[rel=prev]"), "#last")) return;
  if (!all.length) return;
  at = Math.max(0, Math.min(all.length - 1, place));
  all[at].tabIndex = -1;
  all[at].focus({ preventScroll: true });
  all[at].scrollIntoView({ block: "center" });
}

function goToWaiting() {
  const found = claims().findIndex((claim, place) => place > at && claim.querySelector("[data-waits]"));
  if (found >= 0) go(found);
  else leave(document.querySelector("a.next-waiting"), "#waiting");
}

// The form for a correction is the same for every claim but for what stands in it: it is made when it is opened.
function fill(details) {
  const blank = document.getElementById("correct");
  if (!blank || !details.dataset.form || details.querySelector("form")) return;
  const form = blank.content.cloneNode(true).querySelector("form");
  for (const [name, value] of Object.entries(JSON.parse(details.dataset.form))) {
    const field = form.elements[name];
    field.value = value;
    if (field.selectedIndex === -1) field.selectedIndex = 0;
  }
  form.elements.claim.value = details.dataset.claim;
  details.append(form);
}

function act(key) {
  const desk = claims()[at]?.querySelector("[data-desk]");
  const target = desk?.querySelector(`[data-key="${key}"]`);
  if (!target) return;
  if (target.tagName !== "DETAILS") return target.click();
  target.open = !target.open;
  fill(target);
  if (target.open) target.querySelector("input:not([type=hidden])").focus();
}

// What is being decided is lit in the text, which stays in sight beside its claims.
function light(claim) {
  document.querySelector(".mark.current")?.classList.remove("current");
  document.getElementById(claim.id.replace("read-", ""))?.classList.add("current");
}

document.addEventListener("focusin", (event) => {
  const all = claims();
  const found = all.findIndex((claim) => claim.contains(event.target));
  if (found < 0) return;
  at = found;
  light(all[at]);
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target.matches("input:not([type=checkbox]), select, textarea");
  if (event.key === "Escape" && typing) {
    const open = event.target.closest("details");
    if (open) open.open = false;
    return go(at);
  }
  if (typing) return;
  if (event.key === "j") go(at + 1);
  else if (event.key === "k") go(at < 0 ? 0 : at - 1);
  else if (event.key === "n") goToWaiting();
  else if (event.key === "x") claims()[at]?.querySelector(".choose input").click();
  else if ("acru".includes(event.key)) act(event.key);
  else return;
  event.preventDefault();
});

document.addEventListener("toggle", (event) => { if (event.target.open) fill(event.target); }, true);

const told = document.querySelector("[data-desk] .told");
const meant = told?.closest("li") ?? document.getElementById(location.hash.slice(1));
const first = claims().indexOf(meant);
if (first >= 0) go(first);
else if (location.hash === "#first") go(0);
else if (location.hash === "#last") go(claims().length - 1);
else if (location.hash === "#waiting") goToWaiting();
