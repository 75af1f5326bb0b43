package eu.metacluster.people.privacy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person whose data it is about.
 *
 * @param account {@code null} when the person has none and is known by the address only
 * @param email in lower case
 */
public record Subject(@Nullable UUID account, String email) {}
