package eu.metacluster.discovery.matching;

import eu.metacluster.grid.GridRecord;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What something is to be near to: one text or several.
 *
 * @param record the record it is about, null for a text that somebody typed
 * @param documents its texts, a record's by its id; none for an organisation without projects
 * @param vectors what they mean, in the same order; null where nobody knows
 * @param left records that are no answer: itself, and those it has already
 */
public record Subject(
    @Nullable GridRecord record,
    List<Piece> documents,
    List<float @Nullable []> vectors,
    Set<UUID> left) {}
