package eu.metacluster.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Postfix with a configuration and a queue of its own on a free port of loopback. Mail for
 * {@code metacluster.test} goes to the maildir that is named, and is refused for people who are not
 * there; all other mail goes on to a sink on loopback. Nothing leaves the machine.
 */
public final class PostfixServer implements AutoCloseable {

  private static final Path BINARY = Path.of("/usr/sbin/postfix");

  private final Path folder;
  private final int port;

  private PostfixServer(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /**
   * Starts it, or skips the test with a message when there is no Postfix or this user may not.
   *
   * @param sink the port of the server that takes all mail for elsewhere
   * @param maildir where mail for {@link DovecotServer#USER} goes, with a slash at the end
   */
  public static PostfixServer start(int sink, String maildir) throws IOException {
    DebianPackage.need("postfix", BINARY);
    Assumptions.assumeTrue(
        DebianPackage.root(),
        "Postfix lets itself be started by the administrator of the machine only.");
    PostfixServer server =
        new PostfixServer(ServerFolder.create("metacluster-postfix"), ServerFolder.freePort());
    server.configure(sink, maildir);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    server.run("start");
    ServerFolder.await(server.port, server.folder.resolve("log"));
    return server;
  }

  private void configure(int sink, String maildir) throws IOException {
    Path conf = ServerFolder.open(Files.createDirectory(folder.resolve("conf")));
    ServerFolder.open(Files.createDirectory(folder.resolve("queue")));
    ServerFolder.owner(Files.createDirectory(folder.resolve("data")), "postfix");
    Files.writeString(
        conf.resolve("main.cf"),
        """
        compatibility_level = 3.6
        queue_directory = %1$s/queue
        data_directory = %1$s/data
        command_directory = /usr/sbin
        daemon_directory = /usr/lib/postfix/sbin
        maillog_file = %1$s/log
        maillog_file_prefixes = %1$s
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        myhostname = mx.metacluster.test
        mydestination =
        mynetworks = 127.0.0.0/8
        alias_maps =
        alias_database =
        smtp_host_lookup = native
        relayhost = [127.0.0.1]:%2$d
        smtpd_recipient_restrictions = permit_mynetworks, reject
        smtpd_reject_unlisted_recipient = yes
        virtual_mailbox_domains = metacluster.test
        virtual_mailbox_maps = texthash:%1$s/conf/boxes
        virtual_mailbox_base = /
        virtual_minimum_uid = 1
        virtual_uid_maps = static:8
        virtual_gid_maps = static:8
        virtual_alias_maps = texthash:%1$s/conf/names
        """
            .formatted(folder, sink));
    Files.writeString(
        conf.resolve("boxes"),
        DovecotServer.USER + " " + maildir.substring(maildir.startsWith("/") ? 1 : 0) + "\n");
    Files.writeString(
        conf.resolve("names"), "metacluster@metacluster.test " + DovecotServer.USER + "\n");
    Files.writeString(
        conf.resolve("master.cf"),
        """
        127.0.0.1:%d inet n - n - - smtpd
        pickup unix n - n 60 1 pickup
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        flush unix n - n 1000? 0 flush
        proxymap unix - - n - - proxymap
        smtp unix - - n - - smtp
        relay unix - - n - - smtp
        error unix - - n - - error
        retry unix - - n - - error
        virtual unix - n n - - virtual
        anvil unix - - n - 1 anvil
        scache unix - - n - 1 scache
        postlog unix-dgram n - n - 1 postlogd
        """
            .formatted(port));
  }

  private void run(String command) throws IOException {
    Process process =
        new ProcessBuilder(BINARY.toString(), "-c", folder.resolve("conf").toString(), command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(
            "postfix " + command + ": " + Files.readString(folder.resolve("output")));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    if (!Files.exists(folder)) {
      return;
    }
    try {
      run("stop");
    } catch (IOException e) {
      // it had stopped before
    }
    ServerFolder.remove(folder);
  }
}
