package eu.metacluster.harvest.ror;

import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Remote;
import eu.metacluster.harvest.WebConnector;
import eu.metacluster.harvest.wire.Json;
import eu.metacluster.shared.Refusal;
import java.io.IOException;
import java.net.URI;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reads single records, and lists of the registry's interface page by page. */
@Component
@Order(20)
final class RorRecords implements WebConnector {

  private static final int MOST_PAGES = 500;

  @Override
  public String id() {
    return "ror";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Terms terms() {
    return RorDump.TERMS;
  }

  @Override
  public boolean recognises(Answer sample) {
    return RorDump.fits(sample);
  }

  @Override
  public void read(Remote remote, Reading reading) throws IOException {
    int first = Integer.parseInt(remote.resumesAt().orElse("1"));
    long taken = 0;
    for (int page = first; page <= MOST_PAGES; page++) {
      Json answer = page(remote, page, reading);
      int here = RorDump.records(answer).size();
      taken += here;
      String count = answer.text("number_of_results");
      if (here == 0 || count.isEmpty() || taken + 20L * (first - 1) >= Long.parseLong(count)) {
        return;
      }
      reading.checkpoint(String.valueOf(page + 1));
    }
  }

  private static Json page(Remote remote, int page, Reading reading) throws IOException {
    Answer answer = remote.get(address(remote.address(), page));
    if (!RorDump.fits(answer) && page == 1) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1436", "harvest.refusal.no_registry");
    }
    Locator at = new Locator(remote.keep(answer), 0, 0);
    Json json = Json.parse(answer.text());
    for (Json record : RorDump.records(json)) {
      RorDump.one(record, at, answer.address().toString(), reading);
    }
    return json;
  }

  private static URI address(URI base, int page) {
    if (page == 1) {
      return base;
    }
    String text = base.toString();
    return URI.create(text + (text.indexOf('?') < 0 ? "?" : "&") + "page=" + page);
  }
}
