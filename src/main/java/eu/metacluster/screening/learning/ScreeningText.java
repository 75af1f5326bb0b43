package eu.metacluster.screening.learning;

/**
 * What is read of a candidate before it is decided.
 *
 * @param title may be empty
 * @param body abstract or objective; may be empty, and of any length
 */
public record ScreeningText(String title, String body) {}
