package eu.metacluster.grid;

import java.util.List;

/**
 * What a batch would do.
 *
 * @param outcome the counts; organisations known by their number alone are not among the created
 * @param changes the diff, claim by claim
 */
public record IntakePreview(IntakeOutcome outcome, List<ClaimChange> changes) {}
