package eu.metacluster.screening.queue;

/**
 * A filter of the queue that a person keeps under a name.
 *
 * @param address where it leads
 */
public record SavedView(String name, String address) {}
