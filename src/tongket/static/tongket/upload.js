// Sending files one by one, with what becomes of each. Without this file the form sends them all at once.
"use strict";

const form = document.querySelector("form.upload");
const field = form.querySelector("input[type=file]");
const list = document.querySelector(".outcomes");
const drop = form.querySelector(".drop");
const say = form.dataset;
const queue = [];
let busy = false;

function show(item, state, said, address) {
  item.line.className = state;
  item.said.textContent = said;
  item.bar.hidden = state !== "sending" && state !== "reading";
  item.again.hidden = state !== "failed" || !item.file;
  item.open.hidden = !address;
  if (address) item.open.href = address;
}

function add(file) {
  const item = line(document.createElement("li"), file.name);
  item.file = file;
  item.again.addEventListener("click", () => enqueue(item));
  list.append(item.line);
  return item;
}

function line(place, name) {
  const make = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });
  const item = { line: place, said: make("span", ""), bar: make("progress", ""), again: make("button", say.again), open: make("a", say.open) };
  item.again.type = "button";
  item.bar.setAttribute("aria-label", name);
  place.replaceChildren(make("b", name), " ", item.said, " ", item.bar, " ", item.open, " ", item.again);
  return item;
}

function enqueue(item) {
  if (item.file.size > say.megabytes * 1024 * 1024) return show(item, "failed", say.large);
  show(item, "queued", say.queued);
  queue.push(item);
  next();
}

function next() {
  const item = busy ? undefined : queue.shift();
  if (!item) return;
  busy = true;
  const request = new XMLHttpRequest();
  const body = new FormData();
  body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  body.append("files", item.file);
  const done = (state, said, address) => {
    busy = false;
    show(item, state, said, address);
    next();
  };
  request.upload.addEventListener("progress", (event) => {
    item.bar.max = event.total;
    item.bar.value = event.loaded;
    show(item, "sending", say.sending);
  });
  request.upload.addEventListener("load", () => {
    item.bar.removeAttribute("value"); // how long the reading takes, nobody knows beforehand
    show(item, "reading", say.reading);
  });
  request.addEventListener("error", () => done("failed", say.lost));
  request.addEventListener("load", () => {
    let told;
    try {
      told = JSON.parse(request.responseText).files[0];
    } catch {
      return done("failed", say.refused);
    }
    done(told.state, told.said, told.address);
    if (told.ask) ask(item, told.ask);
  });
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "application/json");
  request.send(body);
}

// A file that takes long is kept, and read whether anybody asks or not.
async function ask(item, address) {
  let told;
  do {
    await new Promise((wait) => setTimeout(wait, 1500));
    try {
      told = await (await fetch(address, { headers: { Accept: "application/json" } })).json();
      show(item, told.state, told.said, told.address);
    } catch {
      told = { ask: address };
      show(item, "reading", say.away);
    }
  } while (told.ask);
}

function take(files) {
  [...files].forEach((file, place) => {
    const item = add(file);
    if (place < say.files) enqueue(item);
    else show(item, "failed", say.many);
  });
  field.value = "";
}

form.addEventListener("submit", (event) => { event.preventDefault(); take(field.files); });
field.addEventListener("change", () => take(field.files));
for (const kind of ["dragenter", "dragover"]) drop.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.add("over"); });
for (const kind of ["dragleave", "drop"]) drop.addEventListener(kind, () => drop.classList.remove("over"));
drop.addEventListener("drop", (event) => { event.preventDefault(); take(event.dataTransfer.files); });
form.querySelector(":scope > button").hidden = true; // what is chosen is sent at once
for (const place of list.querySelectorAll("[data-ask]")) {
  const item = line(place, place.querySelector("b").textContent);
  show(item, "reading", say.reading);
  ask(item, place.dataset.ask);
}
