package eu.metacluster.harvest.literature;

import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.FetchException;
import eu.metacluster.harvest.FetchException.Trouble;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.Remote;
import eu.metacluster.harvest.WebConnector;
import eu.metacluster.harvest.wire.BytePlaces;
import eu.metacluster.harvest.wire.Json;
import eu.metacluster.harvest.wire.Refresh;
import eu.metacluster.harvest.wire.Xml;
import eu.metacluster.shared.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reads what a search of PubMed finds: first the numbers, then the citations in bundles. */
@Component
@Order(16)
final class PubMedConnector implements WebConnector {

  private static final int NUMBERS = 1000;
  private static final int BUNDLE = 200;

  /** The search shows no more than this; whoever finds more has to ask more precisely. */
  private static final int MOST = 9_999;

  private static final int SNIFFED = 300;

  @Override
  public String id() {
    return "pubmed";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Terms terms() {
    return new Terms(
        "",
        "PubMed, U.S. National Library of Medicine",
        "https://www.nlm.nih.gov/databases/download.html");
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting("query", Setting.Type.LINE, ""),
        new Setting("whole", Setting.Type.NUMBER, "90"));
  }

  @Override
  public boolean recognises(Answer sample) {
    String start = sample.start(SNIFFED);
    return start.contains("esearchresult")
        || start.contains("<eSearchResult")
        || start.contains("<PubmedArticleSet");
  }

  @Override
  public void read(Remote remote, Reading reading) throws IOException {
    Refresh refresh = new Refresh(remote, remote.setting("query"));
    Works works = new Works(reading);
    List<String> numbers = numbers(remote, refresh, works);
    reading.expects(Math.max(1, numbers.size()));
    int from = Math.min(numbers.size(), done(remote));
    for (int i = from; i < numbers.size(); i += BUNDLE) {
      List<String> bundle = numbers.subList(i, Math.min(i + BUNDLE, numbers.size()));
      bundle(remote, bundle, works);
      reading.advanced(bundle.size());
      reading.checkpoint(String.valueOf(i + bundle.size()));
    }
    if (numbers.size() < MOST && (!numbers.isEmpty() || refresh.since() != null)) {
      refresh.remember();
      if (refresh.since() == null) {
        reading.whole();
      }
    }
  }

  private static int done(Remote remote) {
    String place = remote.resumesAt().orElse("0");
    return place.matches("\\d{1,6}") ? Integer.parseInt(place) : 0;
  }

  private static List<String> numbers(Remote remote, Refresh refresh, Works works)
      throws IOException {
    Set<String> numbers = new LinkedHashSet<>();
    for (int start = 0; start < MOST; start += NUMBERS) {
      URI address = search(remote, refresh, start);
      Json result = result(remote.get(address));
      List<String> page =
          result.texts("idlist").stream().filter(n -> n.matches("\\d{1,9}")).toList();
      boolean fresh = numbers.addAll(page);
      if (page.size() < NUMBERS || !fresh) {
        return new ArrayList<>(numbers);
      }
    }
    works.problem(remote.address().toString(), String.valueOf(MOST), Reason.LIST_ENDLESS);
    return new ArrayList<>(numbers);
  }

  private static Json result(Answer answer) throws IOException {
    try {
      Json result = Json.parse(answer.text()).at("esearchresult");
      if (result.has("idlist")) {
        return result;
      }
    } catch (Json.Broken e) {
      throw unfit();
    }
    throw unfit();
  }

  private static Refusal unfit() {
    return new Refusal(Refusal.Kind.BAD_INPUT, "MC-1455", "harvest.pubmed.no_answer");
  }

  private static URI search(Remote remote, Refresh refresh, int start) {
    Address address =
        Address.without(tool(remote, "esearch.fcgi"), Set.of("retmode", "retmax", "retstart", "db"))
            .with("db", "pubmed")
            .with("term", remote.setting("query"))
            .with("retmode", "json")
            .with("retmax", String.valueOf(NUMBERS))
            .with("retstart", String.valueOf(start));
    Instant since = refresh.since();
    if (since != null) {
      String day = since.atZone(ZoneOffset.UTC).toLocalDate().minusDays(1).toString();
      address.with("datetype", "mdat").with("mindate", day.replace('-', '/'));
      address.with("maxdate", "3000/12/31");
    }
    return address.uri();
  }

  /** Both tools lie in one folder; what a person typed may name either or the folder. */
  private static URI tool(Remote remote, String name) {
    String typed = remote.address().toString();
    int query = typed.indexOf('?');
    String path = query < 0 ? typed : typed.substring(0, query);
    String folder = path.replaceFirst("/[a-z]+\\.fcgi$", "/");
    boolean keep = query >= 0 && name.startsWith("esearch");
    return URI.create(
        (folder.endsWith("/") ? folder : folder + '/')
            + name
            + (keep ? typed.substring(query) : ""));
  }

  private static void bundle(Remote remote, List<String> numbers, Works works) throws IOException {
    URI address =
        Address.without(tool(remote, "efetch.fcgi"), Set.of())
            .with("db", "pubmed")
            .with("retmode", "xml")
            .with("id", String.join(",", numbers))
            .uri();
    Answer answer = remote.get(address);
    long snapshot = remote.keep(answer);
    try (InputStream in = answer.open();
        BytePlaces places = new BytePlaces(snapshot, snapshot == 0 ? null : answer.open())) {
      Xml xml = Xml.open(in);
      if (!xml.root().equals("PubmedArticleSet")) {
        throw unfit();
      }
      articles(xml, places, address.toString(), works);
    } catch (Xml.Broken e) {
      throw new FetchException(Trouble.BROKEN_OFF, address, "");
    }
  }

  private static void articles(Xml xml, BytePlaces places, String file, Works works)
      throws IOException {
    while (xml.child()) {
      if (xml.name().equals("PubmedArticle")) {
        long begins = xml.begins();
        Citation citation = Citation.read(xml);
        Locator at = places.between(begins, xml.ends());
        works.found(citation.work(), citation.number(), file, at);
      } else {
        xml.skip();
      }
    }
  }
}
