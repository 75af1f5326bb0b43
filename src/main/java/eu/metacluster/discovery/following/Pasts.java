package eu.metacluster.discovery.following;

import eu.metacluster.grid.ClaimView;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.OpenHistory;
import eu.metacluster.grid.OpenHistory.Taking;
import eu.metacluster.grid.RecordState;
import eu.metacluster.journal.Entry;
import eu.metacluster.journal.Journal;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells what became different of a public record since it is public, and when: from the claims that
 * came and ended, so that nothing need be kept for it. Only what may be passed on.
 */
@Component
class Pasts {

  private static final int ENTRIES = 100;

  /** What comes so shortly after something else is told together with it. */
  private static final Duration ONE = Duration.ofSeconds(1);

  private static final Map<Field, String> VALUES =
      Map.of(
          Field.TITLE, Standing.TITLE,
          Field.STATUS, Standing.STATUS,
          Field.START_DATE, Standing.START,
          Field.END_DATE, Standing.END,
          Field.CONTRIBUTION, Standing.FUNDING);

  private static final Comparator<ClaimView> BEST =
      Comparator.comparingInt(ClaimView::precedence)
          .thenComparing(ClaimView::retrievedAt, Comparator.reverseOrder())
          .thenComparingLong(ClaimView::id);

  private final OpenHistory history;
  private final Journal journal;

  Pasts(OpenHistory history, Journal journal) {
    this.history = history;
    this.journal = journal;
  }

  /** The latest first. */
  List<Past> of(GridRecord record) {
    Instant since = record.publishedAt();
    if (since == null) {
      return List.of();
    }
    Told told = told(record);
    List<Past> pasts = new ArrayList<>();
    Standing before = told.at(since);
    for (Instant moment : told.moments(since)) {
      Standing after = told.at(moment);
      List<Change> changes =
          Change.between(before, after, EnumSet.allOf(Matter.class)).stream()
              .filter(change -> !first(change))
              .toList();
      if (!changes.isEmpty()) {
        pasts.add(new Past(moment, changes));
      }
      before = after;
    }
    return pasts.reversed();
  }

  /** That it became public is not a difference of what is public. */
  private static boolean first(Change change) {
    return change.name().equals(Standing.STATE) && change.before().isEmpty();
  }

  private Told told(GridRecord record) {
    return new Told(
        record,
        history.claims(record.id()).stream().filter(c -> VALUES.containsKey(c.field())).toList(),
        history.takings(record).stream().filter(one -> one.other().state().isPublic()).toList(),
        journal.history(record.id(), ENTRIES).stream().flatMap(Pasts::move).toList());
  }

  /** A state that everybody may know, and since when. */
  private record Move(Instant at, String state) {}

  private static Stream<Move> move(Entry entry) {
    String to = entry.json().path("to").asString("");
    boolean told =
        entry.kind().equals("grid.record-moved")
            && Arrays.stream(RecordState.values())
                .anyMatch(state -> state.isPublic() && state.word().equals(to));
    return told ? Stream.of(new Move(entry.at(), to)) : Stream.empty();
  }

  /**
   * All that is known of a record over time.
   *
   * @param moves newest first
   */
  private record Told(
      GridRecord record, List<ClaimView> claims, List<Taking> takings, List<Move> moves) {

    /** When something came or ended after a moment, oldest first. */
    List<Instant> moments(Instant since) {
      TreeSet<Instant> moments = new TreeSet<>();
      claims.forEach(
          claim ->
              Stream.of(Optional.of(claim.retrievedAt()), Optional.ofNullable(claim.endedAt()))
                  .flatMap(Optional::stream)
                  .forEach(moments::add));
      for (Taking taking : takings) {
        moments.add(known(taking));
        if (taking.until() != null) {
          moments.add(taking.until());
        }
      }
      moves.forEach(move -> moments.add(move.at()));
      List<Instant> apart = new ArrayList<>();
      for (Instant moment : moments.tailSet(since, false)) {
        if (!apart.isEmpty() && Duration.between(apart.getLast(), moment).compareTo(ONE) < 0) {
          apart.removeLast();
        }
        apart.add(moment);
      }
      return apart;
    }

    /** Somebody new is told when both are public. */
    private static Instant known(Taking taking) {
      Instant shown = taking.other().publishedAt();
      return shown != null && shown.isAfter(taking.from()) ? shown : taking.from();
    }

    Standing at(Instant moment) {
      Map<String, String> values = new TreeMap<>();
      moves.stream()
          .filter(move -> !move.at().isAfter(moment))
          .findFirst()
          .ifPresent(move -> values.put(Standing.STATE, move.state()));
      VALUES.forEach(
          (field, name) -> {
            String value = value(field, moment);
            if (value != null) {
              values.put(name, value);
            }
          });
      return switch (record.kind()) {
        case ORGANISATION -> new Standing(values, Map.of(Standing.PROJECTS, others(moment)));
        case PROJECT -> new Standing(values, Map.of(Standing.PARTNERS, others(moment)));
        default -> new Standing(values, Map.of());
      };
    }

    private List<String> others(Instant moment) {
      return takings.stream()
          .filter(one -> one.at(moment) && !known(one).isAfter(moment))
          .map(one -> one.other().path())
          .distinct()
          .toList();
    }

    /** What was shown of a field then. */
    private @Nullable String value(Field field, Instant moment) {
      return claims.stream()
          .filter(claim -> claim.field() == field && !claim.retrievedAt().isAfter(moment))
          .filter(claim -> claim.endedAt() == null || claim.endedAt().isAfter(moment))
          .min(BEST)
          .map(claim -> plain(field, claim.value()))
          .filter(Objects::nonNull)
          .orElse(null);
    }

    /** As a letter tells it; null for what is no date or amount. */
    private static @Nullable String plain(Field field, String value) {
      try {
        return switch (field) {
          case CONTRIBUTION -> new BigDecimal(value.strip()).stripTrailingZeros().toPlainString();
          case START_DATE, END_DATE -> LocalDate.parse(value).toString();
          default -> value;
        };
      } catch (NumberFormatException | DateTimeException e) {
        return null;
      }
    }
  }
}
