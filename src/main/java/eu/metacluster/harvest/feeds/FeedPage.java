package eu.metacluster.harvest.feeds;

import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.values.ByteOffsets;
import eu.metacluster.harvest.values.Links;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

/**
 * One answer of a feed, item by item. A lenient parser reads it, since a single stray ampersand
 * makes a feed no XML, and one item at a time is in memory as a tree.
 */
final class FeedPage {

  /** The first bytes of an answer that show what it is. */
  private static final int HEAD = 8_192;

  private static final Set<String> ROOTS = Set.of("rss", "feed", "rdf:rdf", "channel");

  private final Answer answer;
  private String generator = "";
  private @Nullable URI next;

  FeedPage(Answer answer) {
    this.answer = answer;
  }

  /** Whether the answer's first element is that of a feed, whatever the server calls it. */
  static boolean is(Answer answer) {
    String root = XmlStart.root(answer, HEAD);
    return ROOTS.contains(root.toLowerCase(Locale.ROOT));
  }

  @FunctionalInterface
  interface Taker {
    /**
     * Takes one item.
     *
     * @param language of the feed, as it says, or empty
     * @param offset its first byte in the answer, 0 with length 0 when that is not known
     */
    void take(Element item, String language, long offset, int length);
  }

  /**
   * Hands out each whole item.
   *
   * @return whether the feed ends as it should and not in the middle of an item
   */
  boolean each(Taker taker) throws IOException {
    String text = answer.text();
    ByteOffsets bytes = new ByteOffsets(text, answer.size());
    boolean whole = true;
    Parser parser = Parser.xmlParser().setTrackPosition(true);
    try (StreamParser stream = new StreamParser(parser).parse(text, answer.address().toString())) {
      for (Element item = next(stream); item != null; item = next(stream)) {
        if (item.endSourceRange().isTracked() && !item.endSourceRange().isImplicit()) {
          take(item, taker, stream.document(), bytes);
        } else {
          whole = false;
        }
        item.remove();
      }
      feed(stream.document());
    }
    return whole;
  }

  private static @Nullable Element next(StreamParser stream) throws IOException {
    return stream.selectNext("item, entry");
  }

  private static void take(Element item, Taker taker, Element document, ByteOffsets bytes) {
    long from = bytes.of(item.sourceRange().startPos());
    long to = bytes.of(item.endSourceRange().endPos());
    int length = bytes.known() ? Math.toIntExact(to - from) : 0;
    taker.take(item, language(document), length == 0 ? 0 : from, length);
  }

  private static String language(Element document) {
    Element said = document.selectFirst("channel > language, channel > dc|language");
    Element root = document.selectFirst("*[xml:lang]");
    return said != null ? said.text() : root == null ? "" : root.attr("xml:lang");
  }

  private void feed(Element document) {
    Element program = document.selectFirst("channel > generator, feed > generator");
    generator = program == null ? "" : program.text() + program.attr("uri");
    for (Element link : document.select("channel > *, feed > *")) {
      boolean way = link.tagName().equals("link") || link.tagName().equals("atom:link");
      if (way && link.attr("rel").equals("next")) {
        next = Links.web(link.attr("href"), answer.address());
      }
    }
  }

  /** The program that wrote the feed, as it says; empty before all items were taken. */
  String generator() {
    return generator;
  }

  /** Where the feed says it goes on (RFC 5005), null when it does not say. */
  @Nullable URI next() {
    return next;
  }
}
