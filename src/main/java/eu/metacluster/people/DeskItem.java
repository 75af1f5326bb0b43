package eu.metacluster.people;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that waits for a person.
 *
 * @param key the bundle key of the sentence that says what
 * @param arguments values for its places
 * @param path where it is done
 * @param due by when, {@code null} when it has no date
 */
public record DeskItem(String key, List<Object> arguments, String path, @Nullable LocalDate due) {}
