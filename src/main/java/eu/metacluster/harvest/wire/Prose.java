package eu.metacluster.harvest.wire;

import static eu.metacluster.harvest.values.Prose.discreet;

import eu.metacluster.harvest.CleanText;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Texts as people read them: no markup, no control characters, an end, and in longer ones no e-mail
 * addresses and telephone numbers, which are persons' own.
 */
public final class Prose {

  /** Characters that a name or a title may have. */
  public static final int LINE = 500;

  /** Characters that a text may have. */
  public static final int TEXT = 50_000;

  private static final Pattern SPACE = Pattern.compile("[\\s\\h]+");
  private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z/!]|&#?[a-zA-Z0-9]{2,8};");
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "br",
          "ul",
          "ol",
          "table",
          "tr",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "title",
          "sec",
          "section",
          "blockquote",
          "dl",
          "dt",
          "dd");

  private Prose() {}

  /** One line without markup, cut where it is longer than a name. */
  public static String line(String raw) {
    return cut(oneLine(plain(raw)), LINE);
  }

  /** Paragraphs without markup, cut where they are longer than a text. */
  public static String text(String raw) {
    String plain = plain(raw);
    if (even(plain, '\n')) {
      return cut(discreet(plain), TEXT);
    }
    String clean = CleanText.paragraphs(plain).replace('\u00A0', ' ');
    return cut(discreet(CleanText.stripped(paragraphs(clean))), TEXT);
  }

  /** Without space at the ends of lines and with at most one empty line between them. */
  private static String paragraphs(String text) {
    StringBuilder even = new StringBuilder(text.length());
    int breaks = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean blank = c == ' ' || c == '\t';
      if (c == '\n') {
        breaks++;
        even.setLength(end(even));
      } else if (breaks == 0 || !blank) {
        even.append("\n\n", 0, Math.min(breaks, 2));
        even.append(c);
        breaks = 0;
      }
    }
    return even.toString();
  }

  private static int end(StringBuilder text) {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')) {
      end--;
    }
    return end;
  }

  /** A text that was broken into lines by the width of a page, as one paragraph. */
  public static String unwrapped(String raw) {
    return cut(discreet(oneLine(plain(raw))), TEXT);
  }

  /** The name or code when it is one; empty when it is longer than any. */
  public static String name(String raw) {
    String line = oneLine(raw);
    return line.length() > LINE ? "" : line;
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end) + "…";
  }

  private static String plain(String raw) {
    String text = raw.indexOf('\uFEFF') < 0 ? raw : raw.replace("\uFEFF", "");
    boolean may = text.indexOf('<') >= 0 || text.indexOf('&') >= 0;
    return may && MARKUP.matcher(text).find() ? withoutMarkup(text) : text;
  }

  private static String oneLine(String text) {
    return even(text, ' ') ? text : SPACE.matcher(CleanText.line(text)).replaceAll(" ");
  }

  /** Whether it has nothing but visible Latin characters and between words one space or break. */
  private static boolean even(String text, char lineEnd) {
    boolean gap = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c > ' ' && c < 0x7F) || (c > 0xA0 && c < 0x250)) {
        gap = false;
      } else if (gap || (c != ' ' && c != lineEnd)) {
        return false;
      } else {
        gap = true;
      }
    }
    return !gap || text.isEmpty();
  }

  private static String withoutMarkup(String raw) {
    Element body = Jsoup.parseBodyFragment(raw).body();
    body.select("script, style, template, noscript").remove();
    StringBuilder text = new StringBuilder(raw.length());
    body.traverse(new Lines(text));
    return text.toString();
  }

  /** Writes blocks on lines of their own and items of a list with a dash. */
  private record Lines(StringBuilder text) implements NodeVisitor {

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words) {
        text.append(SPACE.matcher(words.getWholeText()).replaceAll(" "));
      } else if (node.nameIs("li")) {
        fresh();
        text.append("- ");
      } else if (BLOCKS.contains(node.normalName())) {
        fresh();
      } else if (node.nameIs("td") || node.nameIs("th")) {
        text.append(' ');
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node.nameIs("li") || node.nameIs("p") || BLOCKS.contains(node.normalName())) {
        fresh();
      }
    }

    private void fresh() {
      if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
        text.append('\n');
      }
    }
  }
}
