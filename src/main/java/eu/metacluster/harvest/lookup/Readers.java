package eu.metacluster.harvest.lookup;

import eu.metacluster.grid.Finding;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.FetchException;
import eu.metacluster.harvest.WebConnector;
import eu.metacluster.harvest.pages.SinglePage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads one answer with the connector of its kind. */
@Component
final class Readers {

  private final Map<String, WebConnector> connectors;
  private final SinglePage pages;

  Readers(List<WebConnector> connectors, SinglePage pages) {
    this.connectors =
        connectors.stream().collect(Collectors.toMap(WebConnector::id, Function.identity()));
    this.pages = pages;
  }

  /** What an answer of a register states, the thing asked for first; nothing of another sort. */
  List<Finding> read(String connector, Answer answer, Path scratch) throws IOException {
    if (connector.equals(DataCiteJson.ID)) {
      return DataCiteJson.read(answer);
    }
    WebConnector reader = connectors.get(connector);
    if (reader == null) {
      throw new IllegalStateException("no connector " + connector);
    }
    if (!reader.recognises(answer)) {
      return List.of();
    }
    Gathering gathered = new Gathering(scratch);
    try {
      reader.read(new Single(reader, answer, Instant.now()), gathered);
    } catch (FetchException e) {
      if (gathered.findings().isEmpty()) {
        throw e;
      }
    }
    return mainFirst(gathered.findings());
  }

  /** What a web page or a document states. */
  List<Finding> page(Answer answer, Path scratch) throws IOException {
    return mainFirst(pages.read(answer, new Gathering(scratch)));
  }

  /** Programmes, calls and organisations are handed out before the project that names them. */
  private static List<Finding> mainFirst(List<Finding> findings) {
    Comparator<Finding> order = Comparator.comparingInt(finding -> rank(finding.kind()));
    return findings.stream().sorted(order).toList();
  }

  private static int rank(RecordKind kind) {
    return switch (kind) {
      case PROJECT, OUTPUT, EVENT, TRAINING, PRACTICE, INITIATIVE, BODY, NEWS -> 0;
      case ORGANISATION -> 1;
      case CALL, PROGRAMME -> 2;
    };
  }
}
