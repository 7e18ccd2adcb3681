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
  item.again.hidden = state !== "failed";
  item.open.hidden = !address;
  if (address) item.open.href = address;
}

function add(file) {
  const make = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });
  const item = { file, line: make("li", ""), said: make("span", ""), bar: make("progress", ""), again: make("button", say.again), open: make("a", say.open), tries: 0 };
  item.again.type = "button";
  item.again.addEventListener("click", () => enqueue(item));
  item.bar.setAttribute("aria-label", file.name);
  item.line.append(make("b", file.name), " ", item.said, " ", item.bar, " ", item.open, " ", item.again);
  list.append(item.line);
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
    if (told.state !== "busy" || item.tries > 30) return done(told.state === "busy" ? "failed" : told.state, told.said, told.address);
    item.tries += 1;
    show(item, "queued", say.busy);
    setTimeout(() => { busy = false; queue.unshift(item); next(); }, 2000);
  });
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "application/json");
  request.send(body);
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
