package eu.metacluster.grid;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The words of a record, for ranking and for reading. */
public record RecordText(
    UUID id,
    RecordKind kind,
    String title,
    @Nullable String acronym,
    @Nullable String summary,
    @Nullable String keywords) {}
