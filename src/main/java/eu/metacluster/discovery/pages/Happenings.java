package eu.metacluster.discovery.pages;

import eu.metacluster.grid.ClaimView;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordState;
import eu.metacluster.journal.Entry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Tells a record's journal to everybody: only what concerns its public life. */
final class Happenings {

  private final List<Entry> entries;
  private final Map<Long, ClaimView> sources;
  private final Map<UUID, GridRecord> others;

  /**
   * @param entries newest first
   * @param others the records that {@link #others} named, as far as they are there
   */
  Happenings(List<Entry> entries, Map<Long, ClaimView> sources, Map<UUID, GridRecord> others) {
    this.entries = entries;
    this.sources = sources;
    this.others = others;
  }

  /** The other records of the merges among these entries. */
  static Set<UUID> others(List<Entry> entries) {
    return entries.stream()
        .map(Happenings::other)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private static @Nullable UUID other(Entry entry) {
    JsonNode data = entry.json();
    String word =
        switch (entry.kind()) {
          case "grid.record-changed" ->
              data.path("merged").asString(data.path("unmerged").asString(""));
          case "grid.record-merged", "grid.record-unmerged" -> data.path("into").asString("");
          default -> "";
        };
    return word.isEmpty() ? null : UUID.fromString(word);
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
    String key = key(entry.kind(), data);
    boolean pair = key.startsWith("merged") || key.startsWith("unmerged");
    String by = pair && entry.actor() == null ? ".machine" : "";
    return key.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new RecordView.Happening(
                entry.at(),
                key + by,
                data.path("claims").asLong(0) + data.path("ended").asLong(0),
                name(data.path("source").asLong(0)),
                pair ? named(other(entry), entry.subject()) : null));
  }

  private static String key(String kind, JsonNode data) {
    return switch (kind) {
      case "grid.record-opened" -> "opened";
      case "grid.record-changed" -> changed(data);
      case "grid.record-moved" -> moved(data);
      case "grid.record-merged" -> "mergedInto";
      case "grid.record-unmerged" -> "unmergedFrom";
      case "screening.case-split" -> "split";
      case "screening.case-joined" -> "joined";
      default -> "";
    };
  }

  /** A record that is public may be named, or that was before it was merged into this one. */
  private @Nullable GridRecord named(@Nullable UUID id, @Nullable UUID here) {
    GridRecord other = id == null ? null : others.get(id);
    boolean before =
        other != null && other.publishedAt() != null && Objects.equals(other.mergedInto(), here);
    return other != null && (other.state().isPublic() || before) ? other : null;
  }

  private static String changed(JsonNode data) {
    if (data.has("merged")) {
      return "merged";
    }
    return data.has("unmerged") ? "unmerged" : data.has("claims") ? "changed" : "";
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
