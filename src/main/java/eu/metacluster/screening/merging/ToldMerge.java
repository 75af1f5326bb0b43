package eu.metacluster.screening.merging;

import eu.metacluster.grid.MergeView;
import org.jspecify.annotations.Nullable;

/**
 * A merge and who did it.
 *
 * @param by the name of who merged, null when the machine did or nobody knows any more
 * @param undoneBy the same of who took it back
 */
public record ToldMerge(MergeView merge, @Nullable String by, @Nullable String undoneBy) {}
