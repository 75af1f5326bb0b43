// What style sheets and htmx cannot do: close an open menu when the person turns elsewhere.
"use strict";
(() => {
  const menus = () => document.querySelectorAll("details.mc-menu[open]");
  document.addEventListener("click", (event) => {
    for (const menu of menus()) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of menus()) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
})();
