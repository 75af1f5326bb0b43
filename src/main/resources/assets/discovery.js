// Keys for lists (j next, k previous, / search, ? help), the choices below the search box, and filters folded away on small screens.
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
  // The search box with its choices, after the combobox pattern of WAI-ARIA: without this script it is a plain search box.
  const box = () => document.getElementById("q");
  const list = () => document.getElementById("q-list");
  const choices = () => [...list().querySelectorAll("[role=option]")];
  const combine = () => {
    const input = box();
    if (!input || !list() || input.getAttribute("role")) return;
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", "q-list"], ["aria-expanded", "false"]]) input.setAttribute(name, value);
  };
  const choose = (choice) => {
    for (const other of choices()) other.setAttribute("aria-selected", String(other === choice));
    if (choice) { box().setAttribute("aria-activedescendant", choice.id); choice.scrollIntoView({ block: "nearest" }); }
    else box().removeAttribute("aria-activedescendant");
  };
  const unfold = (open) => {
    list().hidden = !open;
    box().setAttribute("aria-expanded", String(open));
    if (!open) choose(null);
  };
  const said = () => {
    const some = list().querySelector("[data-said]");
    document.getElementById("q-said").textContent = some ? some.dataset.said : "";
    unfold(Boolean(some) && document.activeElement === box());
  };
  const step = (by) => {
    const all = choices();
    if (all.length === 0) return;
    if (list().hidden) unfold(true);
    const at = all.findIndex((one) => one.getAttribute("aria-selected") === "true");
    const next = at + by;
    choose(at < 0 ? all[by > 0 ? 0 : all.length - 1] : next < 0 || next >= all.length ? null : all[next]);
  };
  document.addEventListener("keydown", (event) => {
    if (event.target !== box() || !list() || event.isComposing) return;
    const chosen = list().hidden ? null : choices().find((one) => one.getAttribute("aria-selected") === "true");
    if (event.key === "ArrowDown") step(1);
    else if (event.key === "ArrowUp") step(-1);
    else if (event.key === "Escape" && !list().hidden) unfold(false);
    else if (event.key === "Enter" && chosen) window.location.assign(chosen.href);
    else return;
    event.preventDefault();
  });
  document.addEventListener("focusout", (event) => {
    if (event.target === box() && list() && !(event.relatedTarget && list().contains(event.relatedTarget))) unfold(false);
  });
  document.addEventListener("mousedown", (event) => {
    if (list() && list().contains(event.target)) event.preventDefault();
  });
  document.addEventListener("htmx:afterSwap", (event) => { if (event.target === list()) said(); });
  document.addEventListener("submit", () => { if (list() && box()) unfold(false); });
  combine();
  document.addEventListener("htmx:afterSettle", combine);
  const fold = () => {
    const small = window.matchMedia("(max-width: 61.99rem)").matches;
    for (const sheet of document.querySelectorAll("details.mc-sheet")) sheet.open = !small;
  };
  fold();
  document.addEventListener("htmx:afterSettle", fold);
})();
