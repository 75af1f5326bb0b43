package eu.metacluster.platform.mail;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The way out of the house for mails. */
interface Post extends AutoCloseable {

  /**
   * Why a mail was not taken.
   *
   * @param lasting whether another try would end the same, or could be a second mail to many
   */
  record Refused(String reason, boolean lasting) {}

  /** Hands mails over and notes how far that is; answers those that were not taken, by id. */
  Map<UUID, Refused> hand(List<Mail> mails, HandLog log);

  /** Nothing more is to be sent now. */
  @Override
  default void close() {}
}
