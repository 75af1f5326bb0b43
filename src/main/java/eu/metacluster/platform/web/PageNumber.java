package eu.metacluster.platform.web;

/** The number of a page of a long list, as an address names it. */
public final class PageNumber {

  private static final int LAST = 10_000;

  private PageNumber() {}

  /** Between 1 and a bound that nobody reads to; 1 when the text is no number. */
  public static int of(String text) {
    try {
      return Math.clamp(Integer.parseInt(text), 1, LAST);
    } catch (NumberFormatException e) {
      return 1;
    }
  }
}
