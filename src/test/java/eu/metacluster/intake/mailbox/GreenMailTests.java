package eu.metacluster.intake.mailbox;

/** The story of a mail with a mailbox in this process. */
class GreenMailTests extends MailStory {

  @Override
  MailBox start() {
    return MailBox.greenMail();
  }
}
