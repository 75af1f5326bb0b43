package eu.metacluster.platform.web;

import java.nio.charset.StandardCharsets;

/**
 * Comma-separated values that people open in a spreadsheet: marked as UTF-8, without which Excel
 * reads accents as two wrong letters each, and without a text that it would run. Files for machines
 * (dumps, answers of SPARQL) have neither.
 */
public final class SheetText {

  /** The mark that such a file begins with. */
  public static final String MARK = "\uFEFF";

  private static final String FORMULA = "=+-@\t\r\n";

  private SheetText() {}

  /** The bytes of a whole file, with the mark. */
  public static byte[] bytes(String values) {
    return (MARK + values).getBytes(StandardCharsets.UTF_8);
  }

  /** A text that no spreadsheet takes for a formula: one that looks like it gets an apostrophe. */
  public static String harmless(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
