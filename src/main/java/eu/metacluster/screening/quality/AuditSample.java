package eu.metacluster.screening.quality;

/**
 * What the random sample said: cases that came into the queue's front by lot.
 *
 * @param decided how many of them are decided
 * @param relevant of these, taken in
 * @param missed of these, such as the model had left out
 */
public record AuditSample(long decided, long relevant, long missed) {}
