package eu.metacluster.harvest.pages;

import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.FetchException;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.Remote;
import eu.metacluster.harvest.values.Links;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

/** The addresses that a site's sitemaps name (sitemaps.org), with all their lists of lists. */
final class Sitemaps {

  private static final int DEPTH = 3;
  private static final int MAPS = 2_000;
  private static final int LOOKED_AT = 200_000;
  private static final int LARGEST = 64 << 20;
  private static final int HEAD = 4_096;

  private final Remote remote;
  private final Reading reading;
  private final Predicate<URI> wanted;
  private final int most;
  private final Set<URI> maps = new HashSet<>();
  private final Set<URI> pages = new LinkedHashSet<>();
  private int seen;

  /**
   * @param wanted which addresses count
   * @param most how many of them are taken
   */
  Sitemaps(Remote remote, Reading reading, Predicate<URI> wanted, int most) {
    this.remote = remote;
    this.reading = reading;
    this.wanted = wanted;
    this.most = most;
  }

  /** The pages named so far. */
  Set<URI> pages() {
    return pages;
  }

  /** Whether an answer is a sitemap, packed or not. */
  static boolean is(Answer answer) {
    try (InputStream in = unpacked(answer)) {
      ByteArrayOutputStream start = new ByteArrayOutputStream();
      take(in, start, HEAD);
      String head = start.toString(StandardCharsets.ISO_8859_1);
      return head.contains("<urlset") || head.contains("<sitemapindex");
    } catch (IOException e) {
      return false;
    }
  }

  private static InputStream unpacked(Answer answer) throws IOException {
    InputStream in = new BufferedInputStream(answer.open());
    in.mark(2);
    boolean packed = in.read() == 0x1F && in.read() == 0x8B;
    in.reset();
    return packed ? new GZIPInputStream(in) : in;
  }

  /** Fetches a sitemap and those that it names; what does not answer is a line in the log. */
  void fetch(URI address) throws IOException {
    fetch(address, 0);
  }

  private void fetch(URI address, int depth) throws IOException {
    if (depth >= DEPTH) {
      problem(address, Reason.TOO_DEEP);
      return;
    }
    if (full() || maps.size() >= MAPS || !maps.add(address)) {
      return;
    }
    try {
      Answer answer = remote.get(address);
      if (is(answer)) {
        read(answer, depth);
      } else {
        problem(address, Reason.NOT_EXPECTED);
      }
    } catch (FetchException e) {
      reading.problem(
          new Problem(address.toString(), 0, null, e.trouble().code(), Reason.NO_ANSWER));
    }
  }

  private boolean full() {
    return pages.size() >= most || seen >= LOOKED_AT;
  }

  /** Reads a sitemap that is already here. */
  void read(Answer answer) throws IOException {
    maps.add(answer.address());
    read(answer, 0);
  }

  private void read(Answer answer, int depth) throws IOException {
    Set<URI> further = new LinkedHashSet<>();
    try (InputStream in = new ByteArrayInputStream(bounded(answer));
        Reader text = new InputStreamReader(in, StandardCharsets.UTF_8);
        StreamParser stream =
            new StreamParser(Parser.xmlParser()).parse(text, answer.address().toString())) {
      for (Element one = next(stream); one != null && !full(); one = next(stream)) {
        entry(one, answer.address(), further);
        one.remove();
      }
    }
    for (URI map : further) {
      fetch(map, depth + 1);
    }
    if (full()) {
      problem(answer.address(), Reason.TOO_MANY_PAGES);
    }
  }

  private byte[] bounded(Answer answer) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (InputStream in = unpacked(answer)) {
      if (!take(in, body, LARGEST)) {
        problem(answer.address(), Reason.TRUNCATED);
      } else if (body.size() == LARGEST) {
        problem(answer.address(), Reason.TOO_LARGE);
      }
    }
    return body.toByteArray();
  }

  /** Takes what there is, at most so much; false when it breaks off. */
  private static boolean take(InputStream in, ByteArrayOutputStream out, int most)
      throws IOException {
    byte[] buffer = new byte[8_192];
    try {
      for (int n = 0; n >= 0 && out.size() < most; n = in.read(buffer)) {
        out.write(buffer, 0, Math.min(n, most - out.size()));
      }
      return true;
    } catch (EOFException | ZipException e) {
      return false;
    }
  }

  private static @Nullable Element next(StreamParser stream) throws IOException {
    return stream.selectNext("url, sitemap");
  }

  private void entry(Element entry, URI map, Set<URI> further) {
    Element location = entry.selectFirst("> loc");
    URI address = location == null ? null : Links.web(location.text(), map);
    if (address == null) {
      return;
    }
    if (entry.tagName().toLowerCase(Locale.ROOT).equals("sitemap")) {
      further.add(address);
      return;
    }
    seen++;
    URI page = housed(address, map);
    if (wanted.test(page) && pages.size() < most) {
      pages.add(page);
    }
  }

  /** Some systems that do not know their own name write {@code http://default/} instead. */
  private static URI housed(URI address, URI map) {
    boolean nameless = address.getHost().equals("default");
    return nameless
        ? URI.create(
            map.getScheme()
                + "://"
                + map.getRawAuthority()
                + address.toString().substring(address.toString().indexOf('/', 8)))
        : address;
  }

  private void problem(URI address, Reason reason) {
    reading.problem(Problem.of(address.toString(), reason));
  }
}
