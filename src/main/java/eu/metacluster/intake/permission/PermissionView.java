package eu.metacluster.intake.permission;

import eu.metacluster.grid.RecordState;
import eu.metacluster.intake.form.Slot;
import eu.metacluster.intake.receiving.Submission;
import java.util.List;

/**
 * What is shown to an owner.
 *
 * @param slots the places of the form, in order
 * @param version of the text that would be public
 * @param state of the record now
 * @param path where it is public, once it is
 */
public record PermissionView(
    String token,
    Submission given,
    Permission permission,
    List<Slot> slots,
    String version,
    RecordState state,
    String path) {}
