/**
 * What the page does beyond reading: the filter, links into folded parts, keys. It only hides, opens and scrolls.
 *
 * Filter: words must all occur; `s:failed` is an outcome, `server:NAME` a server. It rides in the hash as `#q=…`.
 */
export const script = String.raw`
"use strict";
(() => {
  const input = document.querySelector(".find input");
  const count = document.querySelector(".find output");
  const items = [...document.querySelectorAll("[data-f]")];
  const groups = [...document.querySelectorAll("[data-g]")];
  const opened = new Map();
  const texts = new Map();
  const textOf = (item) => {
    if (!texts.has(item)) texts.set(item, item.textContent.toLowerCase());
    return texts.get(item);
  };
  const parse = (query) => {
    const wanted = { words: [], outcomes: [], servers: [] };
    for (const term of query.toLowerCase().split(/\s+/)) {
      if (term.startsWith("s:")) wanted.outcomes.push(term.slice(2));
      else if (term.startsWith("server:")) wanted.servers.push(term.slice(7));
      else if (term !== "") wanted.words.push(term);
    }
    return wanted;
  };
  const matches = (item, wanted) =>
    wanted.outcomes.every((outcome) => (item.dataset.s || "").startsWith(outcome)) &&
    wanted.servers.every((server) => (item.dataset.server || "").toLowerCase().split(",").some((name) => name.startsWith(server))) &&
    wanted.words.every((word) => textOf(item).includes(word));
  const apply = (query) => {
    const wanted = parse(query);
    const active = query.trim() !== "";
    const shown = new Set();
    for (const item of items) {
      const ok = !active || matches(item, wanted);
      item.classList.toggle("gone", !ok);
      if (ok) shown.add(item);
    }
    for (const group of groups) {
      const some = [...group.querySelectorAll("[data-f]")].some((item) => shown.has(item));
      group.classList.toggle("gone", active && !some);
      if (group.tagName !== "DETAILS") continue;
      if (active && !opened.has(group)) opened.set(group, group.open);
      if (active && some) group.open = true;
      else if (!active && opened.has(group)) group.open = opened.get(group);
    }
    if (!active) opened.clear();
    count.textContent = active ? String(shown.size) : "";
  };
  const follow = () => {
    const hash = location.hash.slice(1);
    if (hash.startsWith("q=")) {
      let query = "";
      try { query = decodeURIComponent(hash.slice(2)); } catch { return; }
      if (input.value !== query) { input.value = query; apply(query); }
      return;
    }
    const target = hash && document.getElementById(hash);
    if (!target) return;
    if (target.closest(".gone")) { input.value = ""; apply(""); }
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    target.scrollIntoView();
  };
  let timer = 0;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      apply(input.value);
      history.replaceState(null, "", input.value ? "#q=" + encodeURIComponent(input.value) : "#");
    }, 120);
  });
  const troubled = () => items.filter((item) => item.classList.contains("step") && /^(failed|broken)$/.test(item.dataset.s) && !item.closest(".gone"));
  let current = -1;
  addEventListener("keydown", (event) => {
    const typing = event.target === input;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/" && !typing) { event.preventDefault(); input.focus(); }
    else if (event.key === "Escape" && typing) { input.value = ""; apply(""); input.blur(); history.replaceState(null, "", "#"); }
    else if ((event.key === "n" || event.key === "p") && !typing) {
      const steps = troubled();
      if (steps.length === 0) return;
      current = (current + (event.key === "n" ? 1 : -1) + steps.length) % steps.length;
      location.hash = steps[current].id;
      steps[current].querySelector("summary").focus();
    }
  });
  document.querySelector(".find").hidden = false;
  addEventListener("hashchange", follow);
  follow();
})();
`;
