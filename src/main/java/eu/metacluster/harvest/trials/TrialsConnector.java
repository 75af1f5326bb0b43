package eu.metacluster.harvest.trials;

import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.FetchException;
import eu.metacluster.harvest.FetchException.Trouble;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.Remote;
import eu.metacluster.harvest.WebConnector;
import eu.metacluster.harvest.wire.Json;
import eu.metacluster.shared.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reads trials over version 2 of the interface of ClinicalTrials.gov. */
@Component
@Order(12)
final class TrialsConnector implements WebConnector {

  static final Terms TERMS =
      new Terms(
          "",
          "ClinicalTrials.gov, U.S. National Library of Medicine",
          "https://clinicaltrials.gov/about-site/terms-conditions");

  private static final int PAGES = 100_000;
  private static final int SNIFFED = 600;

  @Override
  public String id() {
    return "clinicaltrials";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Terms terms() {
    return TERMS;
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting("condition", Setting.Type.LINE, ""),
        new Setting("term", Setting.Type.LINE, ""),
        new Setting("status", Setting.Type.LINE, ""),
        new Setting("filter", Setting.Type.LINE, ""),
        new Setting("whole", Setting.Type.NUMBER, "30"));
  }

  @Override
  public boolean recognises(Answer sample) {
    String start = sample.start(SNIFFED).strip();
    return start.startsWith("{")
        && (start.contains("\"protocolSection\"") || start.contains("\"studies\""));
  }

  @Override
  public void read(Remote remote, Reading reading) throws IOException {
    new Search(remote, reading).read();
  }

  /** One reading, of everything that matches or of what has changed since. */
  private static final class Search {

    private final Remote remote;
    private final Reading reading;
    private final Studies studies;
    private final Query query;
    private final Set<String> tokens = new HashSet<>();
    private boolean counted;

    Search(Remote remote, Reading reading) {
      this.remote = remote;
      this.reading = reading;
      this.studies = new Studies(reading);
      this.query = new Query(remote);
    }

    void read() throws IOException {
      String token = page(first());
      for (int page = 1; !token.isEmpty(); page++) {
        if (page == PAGES || !tokens.add(token)) {
          Reason reason = page == PAGES ? Reason.LIST_ENDLESS : Reason.LIST_REPEATS;
          reading.problem(
              new Problem(remote.address().toString(), 0, "nextPageToken", token, reason));
          return;
        }
        reading.checkpoint(token);
        token = page(remote.get(query.page(token)));
      }
      query.remember(studies.count());
      if (query.whole() && studies.count() > 0) {
        reading.whole();
      }
    }

    /** The page where an earlier attempt was cut, as long as the register still knows it. */
    private Answer first() throws IOException {
      String token = remote.resumesAt().orElse("");
      try {
        return remote.get(query.page(token));
      } catch (FetchException e) {
        if (token.isEmpty() || e.trouble() != Trouble.STATUS) {
          throw e;
        }
        reading.problem(
            new Problem(
                remote.address().toString(), 0, "nextPageToken", token, Reason.LIST_EXPIRED));
        return remote.get(query.page(""));
      }
    }

    private String page(Answer answer) throws IOException {
      long snapshot = remote.keep(answer);
      String file = answer.address().toString();
      int before = studies.count();
      try (InputStream in = answer.open()) {
        Json rest =
            Json.each(
                in,
                List.of("studies"),
                (study, offset, length) ->
                    studies.found(
                        StudyForms.current(study), file, new Locator(snapshot, offset, length)));
        if (rest.has("protocolSection")) {
          studies.found(StudyForms.current(rest), file, new Locator(snapshot, 0, 0));
        } else if (studies.count() == before && !fits(rest)) {
          throw unfit();
        }
        count(rest, studies.count() - before);
        return rest.text("nextPageToken");
      } catch (Json.Broken e) {
        throw new FetchException(Trouble.BROKEN_OFF, answer.address(), "");
      }
    }

    /** Whether it is an answer without studies and no other JSON. */
    private boolean fits(Json rest) {
      return rest.node().isObject()
          && (rest.names().isEmpty() || rest.has("totalCount") || rest.has("nextPageToken"));
    }

    private void count(Json rest, int taken) {
      String total = rest.text("totalCount");
      if (!counted && total.matches("\\d{1,9}")) {
        counted = true;
        reading.expects(Math.max(1, Long.parseLong(total)));
      }
      reading.advanced(counted ? taken : 0);
    }

    private static Refusal unfit() {
      return new Refusal(Refusal.Kind.BAD_INPUT, "MC-1451", "harvest.trials.no_answer");
    }
  }
}
