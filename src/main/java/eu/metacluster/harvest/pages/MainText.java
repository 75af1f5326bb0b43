package eu.metacluster.harvest.pages;

import eu.metacluster.harvest.values.Prose;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The words of a page that are its own, without menus, notices and lists of other pages.
 *
 * <p>Blocks are kept by how many words they and their neighbours have and how many of those are in
 * links, with the decision tree of Kohlschütter, Fankhauser and Nejdl, "Boilerplate Detection using
 * Shallow Text Features", WSDM 2010 (the tree over numbers of words and link densities).
 */
final class MainText {

  private static final String NOT_READ =
      "script, style, noscript, template, nav, footer, aside, form, button, select, iframe, svg,"
          + " dialog, menu, [role=navigation], [role=banner], [role=contentinfo], [role=search],"
          + " [role=complementary], [role=dialog], [role=alert], [aria-hidden=true], [hidden]";

  private static final String CONTENT =
      "[itemprop=articleBody], main article, article, main, [role=main], #content, #main-content";

  private static final int ENOUGH = 200;
  private static final double FEW_LINKS = 1.0 / 3;
  private static final double MANY_LINKS = 5.0 / 9;

  private MainText() {}

  /** One piece of text between two block boundaries. */
  private record Block(String text, int words, int linked) {

    static final Block NONE = new Block("", 0, 0);

    double density() {
      return words == 0 ? 0 : (double) linked / words;
    }
  }

  /** The text, with a paragraph for each block; empty when the page has none of its own. */
  static String of(Document page) {
    Document copy = page.clone();
    copy.select(NOT_READ).remove();
    copy.select("header:has(nav), body > header").remove();
    for (Element part : copy.select(CONTENT)) {
      String text = kept(part);
      if (text.length() >= ENOUGH) {
        return text;
      }
    }
    return kept(copy.body());
  }

  private static String kept(Element root) {
    Cutter cutter = new Cutter();
    cutter.cut(root, false, 0);
    cutter.end();
    List<Block> blocks = cutter.blocks;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < blocks.size() && text.length() < Prose.TEXT; i++) {
      Block before = i == 0 ? Block.NONE : blocks.get(i - 1);
      Block after = i + 1 == blocks.size() ? Block.NONE : blocks.get(i + 1);
      if (own(before, blocks.get(i), after)) {
        text.append(text.isEmpty() ? "" : "\n\n").append(blocks.get(i).text());
      }
    }
    return Prose.text(text.toString());
  }

  private static boolean own(Block before, Block block, Block after) {
    if (block.density() > FEW_LINKS) {
      return false;
    }
    if (before.density() <= MANY_LINKS) {
      return block.words() > 16 || after.words() > 15 || before.words() > 4;
    }
    return block.words() > 40 || after.words() > 17;
  }

  /** Cuts a page into blocks. */
  private static final class Cutter {

    private static final int DEPTH = 400;

    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int words;
    private int linked;

    void cut(Element element, boolean inLink, int depth) {
      boolean link = inLink || element.normalName().equals("a");
      boolean block = element.isBlock() || element.normalName().equals("td");
      if (block) {
        end();
      }
      for (Node child : element.childNodes()) {
        if (child instanceof TextNode words) {
          take(words.text(), link);
        } else if (child instanceof Element inner && depth < DEPTH) {
          if (inner.normalName().equals("br")) {
            text.append('\n');
          }
          cut(inner, link, depth + 1);
        }
      }
      if (block) {
        end();
      }
    }

    private void take(String piece, boolean link) {
      int count = 0;
      boolean inWord = false;
      for (int i = 0; i < piece.length(); i++) {
        boolean letter = Character.isLetterOrDigit(piece.charAt(i));
        count += letter && !inWord ? 1 : 0;
        inWord = letter;
      }
      words += count;
      linked += link ? count : 0;
      text.append(piece);
    }

    void end() {
      String done = text.toString().strip();
      if (words > 0 && !done.isEmpty()) {
        blocks.add(new Block(done, words, linked));
      }
      text.setLength(0);
      words = 0;
      linked = 0;
    }
  }
}
