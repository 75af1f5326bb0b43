package eu.metacluster.people;

import java.time.Instant;

/**
 * One place where a person is signed in.
 *
 * @param handle names the session without giving it away
 * @param device browser and system, empty when unknown
 * @param used when it last asked for a page
 * @param current whether it is the one that looks
 */
public record OpenSession(
    String handle, String device, Instant started, Instant used, boolean current) {}
