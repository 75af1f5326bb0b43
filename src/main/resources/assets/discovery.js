// Keys for lists (j next, k previous, / search, ? help) and filters folded away on small screens.
"use strict";
(() => {
  const typing = (element) => element.closest("input, textarea, select, [contenteditable]");
  const links = () => [...document.querySelectorAll("[data-rows] .mc-row-title a")];
  const go = (step) => {
    const all = links();
    if (all.length === 0) return;
    const at = all.indexOf(document.activeElement);
    const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1);
    all[next].focus();
  };
  const help = () => document.getElementById("keys");
  const turn = (keys) => {
    keys.open = !keys.open;
    if (!keys.open) return;
    keys.querySelector("summary").focus();
    keys.scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const search = document.getElementById("q");
    if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
    else if (event.key === "/" && search) search.focus();
    else if (event.key === "?" && help()) turn(help());
    else return;
    event.preventDefault();
  });
  const fold = () => {
    const small = window.matchMedia("(max-width: 61.99rem)").matches;
    for (const sheet of document.querySelectorAll("details.mc-sheet")) sheet.open = !small;
  };
  fold();
  document.addEventListener("htmx:afterSettle", fold);
})();
