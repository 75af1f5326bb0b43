package eu.metacluster.bench;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.Facts;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Remote;
import eu.metacluster.harvest.WebConnector;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A source of pages on many hosts; each page is parsed and states one thing. */
final class ManySites implements WebConnector {

  private final List<URI> pages;

  ManySites(List<URI> pages) {
    this.pages = pages;
  }

  /** Addresses of pages, host by host in turn. */
  static List<URI> pages(int port, int hosts, int each) {
    List<URI> pages = new ArrayList<>();
    for (int page = 0; page < each; page++) {
      for (int host = 0; host < hosts; host++) {
        String name = "127.1." + host / 250 + "." + (host % 250 + 1);
        pages.add(URI.create("http://" + name + ":" + port + "/page/" + page));
      }
    }
    return pages;
  }

  @Override
  public String id() {
    return "bench-sites";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Terms terms() {
    return Terms.UNKNOWN;
  }

  @Override
  public boolean recognises(Answer sample) {
    return false;
  }

  @Override
  public void read(Remote remote, Reading reading) throws IOException {
    remote.visit(pages, ManySites::page);
  }

  private static List<Finding> page(Answer answer, long snapshot) throws IOException {
    Document page = Jsoup.parse(answer.text(), answer.address().toString());
    Facts facts = new Facts();
    facts.add(Field.TITLE, page.title());
    facts.add(Field.SUMMARY, String.valueOf(page.select("main").text()));
    facts.add(Field.URL, answer.address().toString());
    return List.of(
        facts.sealed(RecordKind.NEWS, answer.address().toString(), new Locator(snapshot, 0, 0)));
  }
}
