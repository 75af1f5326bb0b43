package eu.metacluster.screening.quality;

import java.time.LocalDate;

/**
 * Who of the committee is away today.
 *
 * @param standIn who stands in
 * @param to the last day
 */
public record AwayView(String who, String standIn, LocalDate to) {}
