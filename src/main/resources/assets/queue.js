// The queue by keyboard, and the next case loaded while one reads. Without this script every form and link works as it is.
"use strict";
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  let ahead = null;

  /* ---- the next case, loaded while this one is read ---- */
  const load = () => {
    ahead = null;
    const next = one("[data-next]");
    if (!next || !one("#decision")) return;
    const handle = next.dataset.next;
    fetch(next.href, { credentials: "same-origin", headers: { "X-Queue": "ahead" } })
      .then((answer) => (answer.ok ? answer.text() : null))
      .then((html) => {
        if (html) ahead = { handle, href: next.href, page: new DOMParser().parseFromString(html, "text/html") };
      })
      .catch(() => {});
  };

  const show = (page, href, done) => {
    document.title = page.title;
    one("#content").replaceWith(document.adoptNode(one("#content", page)));
    if (done) one("#after-here").innerHTML = done;
    history.pushState({ queue: true }, "", href);
    window.scrollTo(0, 0);
    const content = one("#content");
    content.focus({ preventScroll: true });
    ready();
  };

  const send = (event) => {
    const form = event.target;
    if (!ahead || !form.checkValidity()) return;
    event.preventDefault();
    const held = ahead;
    form.querySelectorAll("button").forEach((button) => { button.disabled = true; });
    const body = new URLSearchParams(new FormData(form));
    fetch(form.action, { method: "POST", body, credentials: "same-origin", headers: { "X-Queue": held.handle } })
      .then(async (answer) => {
        const html = await answer.text();
        if (answer.ok && answer.headers.get("X-Queue") === held.handle) {
          show(held.page, held.href, html);
        } else if (answer.ok && answer.headers.get("X-Queue")) {
          location.assign("/queue/" + answer.headers.get("X-Queue") + location.search);
        } else if (answer.redirected) {
          location.assign(answer.url);
        } else {
          const page = new DOMParser().parseFromString(html, "text/html");
          if (one("#content", page)) {
            show(page, location.href);
            one("[role=alert]")?.scrollIntoView({ block: "center" });
          } else {
            location.reload();
          }
        }
      })
      .catch(() => { ahead = null; form.querySelectorAll("button").forEach((button) => { button.disabled = false; }); form.submit(); });
  };

  const ready = () => {
    one("#decision")?.addEventListener("submit", send);
    const help = one(".sc-help");
    if (help) {
      help.hidden = false;
      help.addEventListener("click", () => one("#keys").showModal());
    }
    for (const select of document.querySelectorAll("#filters select")) {
      select.addEventListener("change", () => select.form.requestSubmit());
    }
    const sheet = one(".sc-sheet");
    if (sheet && window.matchMedia("(max-width: 60rem)").matches) sheet.open = false;
    if ("requestIdleCallback" in window) requestIdleCallback(load); else setTimeout(load, 200);
  };

  /* ---- keys ---- */
  const choose = (name, value) => {
    const input = one(`#decision [name="${name}"][value="${value}"]`);
    if (!input) return false;
    input.checked = true;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    return true;
  };

  const verdict = (value) => {
    if (!choose("verdict", value)) return;
    if (value === "return") one("#note").focus();
    else one(`#decision [name="verdict"][value="${value}"]`).focus({ preventScroll: true });
  };

  const digit = (key) => {
    const chosen = one('#decision [name="verdict"]:checked');
    if (!chosen || chosen.value === "return" || chosen.value === "archive") return;
    const name = chosen.value === "authorise" ? "in" : "out";
    const input = one(`#decision [name="${name}"][data-digit="${key}"]`);
    if (input) input.checked = true;
  };

  const follow = (key) => {
    const target = one(`[data-key="${key}"]`);
    if (target) target.click();
  };

  const VERDICTS = { a: "authorise", d: "decline", r: "return", h: "archive" };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (one("dialog[open]")) return;
    const at = event.target;
    const typing = at.matches("textarea, select, input:not([type=radio]):not([type=checkbox])");
    if (event.key === "Escape" && typing) { at.blur(); return; }
    if (typing) return;
    if (VERDICTS[event.key]) { event.preventDefault(); verdict(VERDICTS[event.key]); }
    else if (/^[1-9]$/.test(event.key)) digit(event.key);
    else if (event.key === "Enter") {
      if (at.matches("a, button, summary")) return;
      const form = one("#decision");
      if (form && one('#decision [name="verdict"]:checked')) { event.preventDefault(); form.requestSubmit(); }
      else if (!form) follow("Enter");
    }
    else if (event.key === "n" || event.key === "p" || event.key === "s" || event.key === "u") follow(event.key);
    else if (event.key === "?") one("#keys")?.showModal();
    else if (event.key === "j" || event.key === "k") walk(event.key === "j" ? 1 : -1);
    else if (event.key === "/") { const search = one("#f-q, #h-q"); if (search) { event.preventDefault(); search.focus(); } }
  });

  const walk = (step) => {
    const links = [...document.querySelectorAll(".sc-rows .mc-row-title a")];
    if (!links.length) return;
    const at = links.indexOf(document.activeElement);
    links[Math.min(links.length - 1, Math.max(0, at + step))].focus();
  };

  window.addEventListener("popstate", () => location.reload());
  ready();
})();
