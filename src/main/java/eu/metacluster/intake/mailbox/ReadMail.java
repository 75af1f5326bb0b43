package eu.metacluster.intake.mailbox;

import java.util.List;

/**
 * A mail as far as it was read.
 *
 * @param body the words of the mail itself, without what it quotes
 * @param whole the same with what it quotes, where a link of ours may stand
 * @param documents the words of its documents
 * @param refused documents that were not read: name and why
 */
record ReadMail(String body, String whole, List<String> documents, List<Refused> refused) {

  /** A document that was not read; {@code why} is the last part of a key. */
  record Refused(String name, String why) {}
}
