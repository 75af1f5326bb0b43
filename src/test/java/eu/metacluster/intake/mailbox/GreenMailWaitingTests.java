package eu.metacluster.intake.mailbox;

/** Waiting at a mailbox in this process. */
class GreenMailWaitingTests extends WaitingStory {

  @Override
  MailBox start() {
    return MailBox.greenMail();
  }
}
