package eu.metacluster.opendata.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The open records of one kind.
 *
 * @param changed when one of them last changed
 * @param issued when the first of them became public
 * @param first the first day that they tell of
 * @param last the last day that they tell of
 * @param sources names of the sources that they come from
 */
public record Holding(
    String kind,
    long records,
    Instant issued,
    Instant changed,
    @Nullable LocalDate first,
    @Nullable LocalDate last,
    List<String> sources) {}
