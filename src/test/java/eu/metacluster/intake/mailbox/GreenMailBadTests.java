package eu.metacluster.intake.mailbox;

/** Bad mail in a mailbox in this process. */
class GreenMailBadTests extends BadMailStory {

  @Override
  MailBox start() {
    return MailBox.greenMail();
  }
}
