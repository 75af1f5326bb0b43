package eu.metacluster.support;

import com.microsoft.playwright.Page;
import java.util.List;

/** Whether people who use the keyboard see where they are (WCAG 2.4.7). */
public final class Focus {

  /**
   * Focuses each thing that Tab reaches, one of each kind, and compares how it looks before and
   * after: an outline, or another shadow or stroke.
   */
  private static final String LOOK =
      """
      () => {
        const look = e => {
          e.getAnimations().forEach(a => a.finish());
          const s = getComputedStyle(e);
          const line = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0;
          return [line ? s.outline : '', s.boxShadow, s.stroke, s.strokeWidth].join('|');
        };
        const looks = e => [e, ...e.children].map(look).join();
        const kinds = new Set(), unseen = [];
        const all = document.querySelectorAll(
          'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]');
        for (const e of all) {
          const kind = e.tagName + ' ' + (e.getAttribute('class') || '') + ' ' + (e.type || '');
          if (kinds.has(kind) || e.disabled || e.tabIndex < 0 || !e.checkVisibility()) continue;
          kinds.add(kind);
          document.activeElement.blur();
          const before = looks(e);
          e.focus();
          if (document.activeElement === e && looks(e) === before) {
            unseen.push(kind + ': ' + (e.textContent || e.name || '').trim().slice(0, 40));
          }
        }
        document.activeElement.blur();
        return unseen;
      }
      """;

  private Focus() {}

  /** What looks the same with the focus as without it; a key is pressed before. */
  public static List<String> unseen(Page page) {
    page.keyboard().press("Tab"); // from now on the browser shows the focus
    return page.evaluate(LOOK) instanceof List<?> some
        ? some.stream().map(String::valueOf).toList()
        : List.of();
  }
}
