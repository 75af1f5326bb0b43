package eu.metacluster.intake.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A partner that a page shows, in the form that corrects the page.
 *
 * @param field the name of its place in the form
 * @param country ISO 3166-1 alpha-2
 * @param was the role that is shown
 * @param now what was chosen: a role, or {@link PartnerRows#NONE}
 * @param choices the roles that it may have, the shown one first
 */
public record PartnerRow(
    String field,
    String name,
    @Nullable String country,
    String was,
    String now,
    List<String> choices) {}
