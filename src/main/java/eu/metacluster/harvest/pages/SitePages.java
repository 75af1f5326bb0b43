package eu.metacluster.harvest.pages;

import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.FetchException;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Remote;
import eu.metacluster.harvest.values.AddressPattern;
import eu.metacluster.harvest.values.Links;
import eu.metacluster.shared.Refusal;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Which pages of a site are meant, and where they are. */
final class SitePages {

  private static final String SITEMAP = "sitemap:";
  private static final int MAPS_OF_ROBOTS = 50;

  private final Remote remote;
  private final List<AddressPattern> include;
  private final List<AddressPattern> exclude;
  private final Sitemaps maps;
  private final int most;

  SitePages(Remote remote, Reading reading, int most) {
    this.remote = remote;
    this.include = AddressPattern.lines(remote.setting("include"));
    this.exclude = AddressPattern.lines(remote.setting("exclude"));
    this.maps = new Sitemaps(remote, reading, this::wanted, most);
    this.most = most;
  }

  /** The pages to visit, the given one first when it is a page itself. */
  Set<URI> find() throws IOException {
    URI start = remote.address();
    Answer answer = remote.get(start);
    Set<URI> pages = new LinkedHashSet<>();
    if (Sitemaps.is(answer)) {
      maps.read(answer);
      pages.addAll(maps.pages());
    } else if (start.getPath().endsWith("/robots.txt")) {
      named(answer.text());
      pages.addAll(maps.pages());
    } else if (PdfText.is(answer)) {
      pages.add(start);
    } else if (PagesConnector.isPage(answer)) {
      pages.add(start);
      ofSite(answer, pages);
    } else {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1469", "harvest.refusal.no_page");
    }
    return pages;
  }

  /** Pages by the sitemaps that robots.txt names, or by the usual one, or by the page's links. */
  private void ofSite(Answer answer, Set<URI> pages) throws IOException {
    URI root = answer.address().resolve("/");
    try {
      named(remote.get(root.resolve("/robots.txt")).text());
    } catch (FetchException e) {
      // A host without robots.txt allows everything and names nothing.
    }
    if (maps.pages().isEmpty()) {
      usual(root.resolve("/sitemap.xml"));
    }
    pages.addAll(maps.pages());
    if (pages.size() == 1) {
      links(answer, pages);
    }
  }

  private void usual(URI address) throws IOException {
    try {
      Answer answer = remote.get(address);
      if (Sitemaps.is(answer)) {
        maps.read(answer);
      }
    } catch (FetchException e) {
      // Most sites have none there; nothing is wrong with that.
    }
  }

  private void named(String robots) throws IOException {
    int named = 0;
    for (String line : robots.lines().limit(20_000).toList()) {
      String plain = line.strip();
      if (plain.toLowerCase(Locale.ROOT).startsWith(SITEMAP) && named++ < MAPS_OF_ROBOTS) {
        URI map = Links.web(plain.substring(SITEMAP.length()), remote.address());
        if (map != null) {
          maps.fetch(map);
        }
      }
    }
  }

  private void links(Answer answer, Set<URI> pages) throws IOException {
    for (Element link : Jsoup.parse(answer.text(), answer.address().toString()).select("a[href]")) {
      URI address = Links.web(link.attr("href"), answer.address());
      if (address != null && wanted(address) && pages.size() < most) {
        pages.add(address);
      }
    }
  }

  /** On the same host, and as set; below the given address when nothing is set. */
  private boolean wanted(URI address) {
    boolean here = bare(address).equals(bare(remote.address()));
    if (!here || exclude.stream().anyMatch(pattern -> pattern.matches(address))) {
      return false;
    }
    if (!include.isEmpty()) {
      return include.stream().anyMatch(pattern -> pattern.matches(address));
    }
    String path = String.valueOf(remote.address().getRawPath());
    boolean map = path.endsWith(".xml") || path.endsWith(".gz") || path.endsWith("/robots.txt");
    String folder = map ? "/" : path.substring(0, path.lastIndexOf('/') + 1);
    return String.valueOf(address.getRawPath()).startsWith(folder);
  }

  private static String bare(URI address) {
    String host = String.valueOf(address.getRawAuthority()).toLowerCase(Locale.ROOT);
    return host.startsWith("www.") ? host.substring(4) : host;
  }
}
