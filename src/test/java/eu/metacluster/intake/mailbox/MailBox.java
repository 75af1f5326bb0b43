package eu.metacluster.intake.mailbox;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import eu.metacluster.support.DovecotServer;

/** An IMAP server with one mailbox, for the time of a test. */
interface MailBox extends AutoCloseable {

  int port();

  @Override
  void close();

  /** No server at all. */
  static MailBox none() {
    return new MailBox() {
      @Override
      public int port() {
        return 0;
      }

      @Override
      public void close() {}
    };
  }

  /** In this process. */
  static MailBox greenMail() {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "imap"));
    server.start();
    server.setUser(DovecotServer.USER, DovecotServer.USER, DovecotServer.PASSWORD);
    return new MailBox() {
      @Override
      public int port() {
        return server.getImap().getPort();
      }

      @Override
      public void close() {
        server.stop();
      }
    };
  }

  /** The real thing, where it can be had. */
  static MailBox of(DovecotServer server) {
    return new MailBox() {
      @Override
      public int port() {
        return server.port();
      }

      @Override
      public void close() {
        server.close();
      }
    };
  }
}
