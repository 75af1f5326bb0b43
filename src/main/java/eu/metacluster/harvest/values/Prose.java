package eu.metacluster.harvest.values;

import eu.metacluster.harvest.CleanText;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * Words that somebody wrote on a page, as plain text of a bounded length: without markup, without
 * control characters, and without e-mail addresses and telephone numbers, which are persons' own.
 */
public final class Prose {

  /** Characters of a name or a title. */
  public static final int NAME = 500;

  /** Characters of a text. */
  public static final int TEXT = 50_000;

  /** Characters of HTML that are looked at. */
  private static final int MARKUP = 2_000_000;

  private static final String LEFT_OUT = "[…]";
  private static final Pattern TAG = Pattern.compile("<(?:[a-zA-Z!]|/[a-zA-Z])");
  private static final Pattern ENTITY = Pattern.compile("&(?:[a-zA-Z]{2,12}|#\\w{2,7});");
  private static final Pattern MAIL =
      Pattern.compile(
          "[\\w.+%-]{1,64}(?:@|\\s?\\[at]\\s?|\\s?\\(at\\)\\s?)[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,6}");
  private static final Pattern TELEPHONE =
      Pattern.compile("(?<![\\w.])\\+\\d{1,3}[ .()/-]{0,3}\\d(?:[ .()/-]{0,3}\\d){6,13}(?!\\w)");
  private static final Pattern SPACES = Pattern.compile("[ \\t\\u00A0]+");
  private static final Pattern EDGES = Pattern.compile(" ?\\n ?");
  private static final Pattern GAPS = Pattern.compile("\\n{3,}");

  private Prose() {}

  /** A name or title on one line, whether plain or with markup; empty when it says nothing. */
  public static String line(String raw) {
    String plain = plain(raw).replace('\n', ' ');
    return cut(discreet(SPACES.matcher(CleanText.line(plain)).replaceAll(" ")), NAME);
  }

  /** A text with its paragraphs, whether plain or with markup. */
  public static String text(String raw) {
    return finished(plain(raw));
  }

  /** The words of an element with its paragraphs. */
  public static String text(Element element) {
    return finished(words(element));
  }

  private static String finished(String plain) {
    String tidy = SPACES.matcher(CleanText.paragraphs(plain)).replaceAll(" ");
    String text = GAPS.matcher(EDGES.matcher(tidy).replaceAll("\n")).replaceAll("\n\n");
    return cut(discreet(CleanText.stripped(text)), TEXT);
  }

  private static String plain(String raw) {
    String bounded = raw.length() > MARKUP ? raw.substring(0, MARKUP) : raw;
    if (TAG.matcher(bounded).find()) {
      return words(Jsoup.parseBodyFragment(bounded).body());
    }
    return ENTITY.matcher(bounded).find() ? Parser.unescapeEntities(bounded, false) : bounded;
  }

  private static String words(Element root) {
    StringBuilder words = new StringBuilder();
    NodeTraversor.traverse(new Words(words), root);
    return words.toString();
  }

  /** The text without what is some person's own: addresses to write to and numbers to call. */
  public static String discreet(String text) {
    boolean mail = text.indexOf('@') >= 0 || text.contains("[at]") || text.contains("(at)");
    String without = mail ? mailless(text) : text;
    return without.indexOf('+') < 0 ? without : TELEPHONE.matcher(without).replaceAll(LEFT_OUT);
  }

  private static String mailless(String text) {
    return MAIL.matcher(text).replaceAll(LEFT_OUT);
  }

  /** The beginning of a text, to the last word that fits. */
  public static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int space = text.lastIndexOf(' ', length - 1);
    int end = space > length / 2 ? space : length - 1;
    end -= Character.isHighSurrogate(text.charAt(end - 1)) ? 1 : 0;
    return text.substring(0, end) + '…';
  }

  /** Writes the words of an element: a line for each block, nothing of what is not read. */
  private record Words(StringBuilder words) implements NodeVisitor {

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode text) {
        words.append(text.getWholeText().replaceAll("\\s+", " "));
      } else if (node instanceof Element element && (element.isBlock() || line(element))) {
        words.append('\n');
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element && element.isBlock()) {
        words.append(element.normalName().equals("p") ? "\n\n" : "\n");
      }
    }

    private static boolean line(Element element) {
      return element.normalName().equals("br");
    }
  }
}
