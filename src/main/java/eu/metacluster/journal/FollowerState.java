package eu.metacluster.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a follower is doing.
 *
 * @param name its name
 * @param shared whether all nodes share the view; else this is the one of this node
 * @param position seq of the last entry it took in
 * @param lag entries it still has to read
 * @param movedAt when it last took something in, null when never (for a node's own view: since the
 *     start)
 * @param failures how often in a row it has failed
 * @param failingSince when this streak of failures began, null when it is well
 * @param error what the last failure said, null when it is well
 */
public record FollowerState(
    String name,
    boolean shared,
    long position,
    long lag,
    @Nullable Instant movedAt,
    int failures,
    @Nullable Instant failingSince,
    @Nullable String error) {}
