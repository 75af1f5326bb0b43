package eu.metacluster.screening.queue;

/** A value of a filter with the number of open cases that have it. */
public record Share(String value, long count) {}
