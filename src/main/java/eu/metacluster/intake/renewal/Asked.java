package eu.metacluster.intake.renewal;

import eu.metacluster.shared.Ids;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was asked whether a record is still true, or could be.
 *
 * @param id what their link seals
 * @param submission of whoever handed it in, null for an account and when their address was erased
 * @param account of whoever administers the member that it is about, null for a submission
 * @param member that one, null for a submission
 * @param mail the letter in the outbox, of an account the notice; null before it was written
 * @param reminder the second one
 * @param unreachable whether the last of them is known to have come back
 */
record Asked(
    UUID id,
    UUID record,
    @Nullable UUID submission,
    @Nullable UUID account,
    @Nullable UUID member,
    @Nullable UUID mail,
    @Nullable UUID reminder,
    boolean unreachable) {

  /** Whoever handed a record in. */
  static Asked sender(UUID record, UUID submission) {
    return new Asked(Ids.next(), record, submission, null, null, null, null, false);
  }

  Asked sent(UUID letter) {
    return new Asked(id, record, submission, account, member, letter, null, false);
  }

  /** The letter that an answer is waited for to. */
  @Nullable UUID last() {
    return reminder == null ? mail : reminder;
  }
}
