package eu.metacluster.people.privacy;

/**
 * What a rule would do now.
 *
 * @param days how long its data is kept
 * @param due how many things would go
 */
public record RetentionDue(String key, int days, int due) {}
