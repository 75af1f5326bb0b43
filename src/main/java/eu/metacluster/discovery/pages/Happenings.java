package eu.metacluster.discovery.pages;

import eu.metacluster.grid.ClaimView;
import eu.metacluster.grid.RecordState;
import eu.metacluster.journal.Entry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Tells a record's journal to everybody: only what concerns its public life. */
final class Happenings {

  private final List<Entry> entries;
  private final Map<Long, ClaimView> sources;

  /**
   * @param entries newest first
   */
  Happenings(List<Entry> entries, Map<Long, ClaimView> sources) {
    this.entries = entries;
    this.sources = sources;
  }

  List<RecordView.Happening> told() {
    return entries.stream().flatMap(this::tell).toList();
  }

  /** The move that made the record public last. */
  Optional<Entry> authorisation() {
    return entries.stream()
        .filter(entry -> entry.kind().equals("grid.record-moved"))
        .filter(entry -> entry.json().path("to").asString("").equals("published"))
        .findFirst();
  }

  private Stream<RecordView.Happening> tell(Entry entry) {
    JsonNode data = entry.json();
    String key =
        switch (entry.kind()) {
          case "grid.record-opened" -> "opened";
          case "grid.record-changed" -> data.has("claims") ? "changed" : "";
          case "grid.record-moved" -> moved(data);
          case "grid.record-merged", "grid.record-unmerged" -> "merged";
          default -> "";
        };
    return key.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new RecordView.Happening(
                entry.at(),
                key,
                data.path("claims").asLong(0) + data.path("ended").asLong(0),
                name(data.path("source").asLong(0))));
  }

  private String name(long source) {
    ClaimView stated = sources.get(source);
    return stated == null ? "" : stated.sourceName();
  }

  private static String moved(JsonNode data) {
    String to = data.path("to").asString("");
    boolean told =
        Arrays.stream(RecordState.values())
            .anyMatch(state -> state.isPublic() && state.word().equals(to));
    if (!told) {
      return "";
    }
    return to.equals("published") ? "published." + data.path("through").asString("decision") : to;
  }
}
