package eu.metacluster.harvest.fetch;

import java.time.Duration;

/**
 * How a source's host is treated.
 *
 * @param robots whether its robots.txt decides; false where the operator allows what it forbids,
 *     such as an interface made for machines
 * @param gap least time between two requests
 * @param patience how long one waits at most when the host asks to come back later
 */
public record Manner(boolean robots, Duration gap, Duration patience) {}
