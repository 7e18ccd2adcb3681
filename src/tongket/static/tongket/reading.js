// How far the reading of a document is; its page is shown when it is done. Without this file a link does the same.
"use strict";

const place = document.querySelector("[data-ask]");

async function ask() {
  try {
    const told = await (await fetch(place.dataset.ask, { headers: { Accept: "application/json" } })).json();
    if (!told.ask) return location.reload();
    place.textContent = told.said;
  } catch {
    place.textContent = place.dataset.away;
  }
  setTimeout(ask, 1500);
}

setTimeout(ask, 1500);
