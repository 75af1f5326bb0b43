package eu.metacluster.opendata.feeds;

import eu.metacluster.opendata.items.Items;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.SiteAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What search engines may read and where it is. */
@RestController
@PublicEndpoint("search engines are told where the public pages are")
class SitemapController {

  /** The most addresses that the protocol allows in one file. */
  static final int MOST = 50_000;

  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final String XML = "application/xml;charset=UTF-8";
  private static final List<String> PAGES =
      List.of(
          "/",
          "/grid",
          "/organisations",
          "/map",
          "/data",
          "/data/api",
          "/dumps",
          "/about/sources",
          "/how-we-decide");

  private final Items items;
  private final SiteAddress site;

  SitemapController(Items items, SiteAddress site) {
    this.items = items;
    this.site = site;
  }

  @GetMapping("/sitemap.xml")
  ResponseEntity<byte[]> index(HttpServletRequest request) {
    StringBuilder text = new StringBuilder(HEAD);
    text.append("<sitemapindex xmlns=\"").append(NAMESPACE).append("\">\n<sitemap><loc>");
    text.append(site.of("/sitemaps/pages.xml")).append("</loc></sitemap>\n");
    for (Items.Part part : items.parts(MOST)) {
      text.append("<sitemap><loc>").append(site.of("/sitemaps/" + part.first() + ".xml"));
      text.append("</loc><lastmod>").append(part.changed().truncatedTo(ChronoUnit.SECONDS));
      text.append("</lastmod></sitemap>\n");
    }
    return Tagged.text(request, XML, text.append("</sitemapindex>\n").toString());
  }

  @GetMapping("/sitemaps/pages.xml")
  ResponseEntity<byte[]> pages(HttpServletRequest request) {
    StringBuilder text = new StringBuilder(HEAD);
    text.append("<urlset xmlns=\"").append(NAMESPACE).append("\">\n");
    PAGES.forEach(page -> text.append("<url><loc>").append(site.of(page)).append("</loc></url>\n"));
    return Tagged.text(request, XML, text.append("</urlset>\n").toString());
  }

  @GetMapping("/sitemaps/{id}.xml")
  ResponseEntity<byte[]> part(@PathVariable UUID id, HttpServletRequest request) {
    StringBuilder text = new StringBuilder(1 << 16).append(HEAD);
    text.append("<urlset xmlns=\"").append(NAMESPACE).append("\">\n");
    for (Items.Place place : items.places(id, MOST)) {
      text.append("<url><loc>").append(site.of(place.path())).append("</loc><lastmod>");
      text.append(place.changed().truncatedTo(ChronoUnit.SECONDS)).append("</lastmod></url>\n");
    }
    return Tagged.text(request, XML, text.append("</urlset>\n").toString());
  }

  @GetMapping("/robots.txt")
  ResponseEntity<byte[]> robots(HttpServletRequest request) {
    String text =
        """
        User-agent: *
        Disallow: /sign-in
        Disallow: /desk
        Disallow: /account
        Disallow: /preferences/
        Allow: /

        Sitemap: %s
        """
            .formatted(site.of("/sitemap.xml"));
    return Tagged.text(request, "text/plain;charset=UTF-8", text);
  }
}
