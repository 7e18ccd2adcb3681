// Deciding by keyboard. Without this file everything still works by pointer and Tab; with it one hand is enough.
"use strict";

const claims = () => [...document.querySelectorAll("[data-desk]")].map((desk) => desk.closest("li"));
let at = -1;

function go(place) {
  const all = claims();
  if (!all.length) return;
  at = Math.max(0, Math.min(all.length - 1, place));
  all[at].tabIndex = -1;
  all[at].focus({ preventScroll: true });
  all[at].scrollIntoView({ block: "center" });
}

function act(key) {
  const desk = claims()[at]?.querySelector("[data-desk]");
  const target = desk?.querySelector(`[data-key="${key}"]`);
  if (!target) return;
  if (target.tagName !== "DETAILS") return target.click();
  target.open = !target.open;
  if (target.open) target.querySelector("input:not([type=hidden])").focus();
}

document.addEventListener("focusin", (event) => {
  const found = claims().findIndex((claim) => claim.contains(event.target));
  if (found >= 0) at = found;
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
  else if (event.key === "k") go(at - 1);
  else if (event.key === "x") claims()[at]?.querySelector(".choose input").click();
  else if ("acru".includes(event.key)) act(event.key);
  else return;
  event.preventDefault();
});

const told = document.querySelector("[data-desk] .told");
const meant = told?.closest("li") ?? document.getElementById(location.hash.slice(1));
const first = claims().indexOf(meant);
if (first >= 0) go(first);
