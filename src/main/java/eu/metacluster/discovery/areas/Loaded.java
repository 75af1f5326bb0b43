package eu.metacluster.discovery.areas;

import java.time.Instant;

/**
 * A file that an administrator loaded.
 *
 * @param file its name
 * @param notice what is shown with every map that is drawn from it
 * @param digest changes with what was loaded
 * @param count how many areas or regions it has
 */
public record Loaded(String file, String notice, String digest, int count, Instant at) {}
