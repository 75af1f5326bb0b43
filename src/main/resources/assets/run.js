// Brings a run's numbers into its page as they change, and its report when it has ended.
"use strict";
(() => {
  const panel = document.querySelector("[data-events]");
  if (!panel) return;
  const say = (name, text) => {
    const place = panel.querySelector(`[data-live="${name}"]`);
    if (place && place.textContent !== text) place.textContent = text;
  };
  const stream = new EventSource(panel.dataset.events);
  stream.addEventListener("progress", (event) => {
    const now = JSON.parse(event.data);
    say("phase", now.phase);
    say("pace", now.pace);
    const bar = panel.querySelector('[data-live="bar"]');
    if (bar) bar.value = now.percent;
    for (const [name, figure] of Object.entries(now.figures)) say(name, figure);
  });
  stream.addEventListener("end", () => {
    stream.close();
    window.location.reload();
  });
})();
