package eu.metacluster.platform.mail;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The way out of the house for mails. */
interface Post {

  /**
   * Why a mail was not taken.
   *
   * @param lasting whether another try would end the same
   */
  record Refused(String reason, boolean lasting) {}

  /** Hands mails over; answers those that were not taken, by id. */
  Map<UUID, Refused> hand(List<Mail> mails);
}
