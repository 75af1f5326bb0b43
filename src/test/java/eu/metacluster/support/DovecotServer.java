package eu.metacluster.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A real Dovecot on a free port of loopback with one mailbox in a folder of its own. Its user signs
 * in by password and, where a place to ask about tokens is named, by XOAUTH2.
 */
public final class DovecotServer implements AutoCloseable {

  public static final String USER = "intake@metacluster.test";
  public static final String PASSWORD = "secret";

  private static final Path BINARY = Path.of("/usr/sbin/dovecot");

  private final Path folder;
  private final int port;
  private @Nullable Process process;

  private DovecotServer(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /**
   * Starts it, or skips the test with a message when there is no Dovecot.
   *
   * @param more further lines of its configuration
   */
  public static DovecotServer start(String... more) throws IOException {
    return with(null, more);
  }

  /**
   * As above.
   *
   * @param tokenInfo the address to which a token is appended to ask whose it is
   */
  public static DovecotServer with(@Nullable String tokenInfo, String... more) throws IOException {
    DebianPackage.need("dovecot-imapd", BINARY);
    DovecotServer server =
        new DovecotServer(ServerFolder.create("metacluster-dovecot"), ServerFolder.freePort());
    server.configure(tokenInfo, List.of(more));
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    server.again();
    return server;
  }

  private void configure(@Nullable String tokenInfo, List<String> more) throws IOException {
    Files.createDirectories(ServerFolder.open(Files.createDirectory(folder.resolve("run"))));
    ServerFolder.owner(Files.createDirectory(folder.resolve("mail")), "mail");
    Files.writeString(folder.resolve("users"), USER + ":{PLAIN}" + PASSWORD + "::::::\n");
    boolean root = DebianPackage.root();
    String config =
        """
        base_dir = %1$s/run
        state_dir = %1$s/run
        log_path = %1$s/log
        protocols = imap
        ssl = no
        disable_plaintext_auth = no
        auth_mechanisms = plain login%3$s
        auth_failure_delay = 0
        mail_location = maildir:%1$s/mail/%%u
        mail_max_userip_connections = 100
        first_valid_uid = 1
        mail_uid = %4$s
        mail_gid = %5$s
        default_login_user = %6$s
        default_internal_user = %7$s
        default_internal_group = %8$s
        service anvil {
          chroot =
        }
        service imap-login {
          chroot =
          inet_listener imap {
            address = 127.0.0.1
            port = %2$d
          }
          inet_listener imaps {
            port = 0
          }
        }
        passdb {
          driver = passwd-file
          args = %1$s/users
        }
        userdb {
          driver = static
          args = allow_all_users=yes
        }
        """
            .formatted(
                folder,
                port,
                tokenInfo == null ? "" : " xoauth2",
                root ? "mail" : DebianPackage.user(),
                root ? "mail" : group(),
                root ? "dovenull" : DebianPackage.user(),
                root ? "dovecot" : DebianPackage.user(),
                root ? "dovecot" : group());
    if (tokenInfo != null) {
      config +=
          "passdb {\n  driver = oauth2\n  mechanisms = xoauth2\n  args = %s/tokens\n}\n"
              .formatted(folder);
      Files.writeString(
          folder.resolve("tokens"),
          "introspection_mode = auth\ntokeninfo_url = "
              + tokenInfo
              + "\nusername_attribute = email\n");
    }
    Files.writeString(folder.resolve("dovecot.conf"), config + String.join("\n", more) + "\n");
  }

  private static String group() {
    try {
      Process id = new ProcessBuilder("id", "-gn").start();
      return new String(id.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
          .strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it once more after {@link #stop}, at the same port with the same mails. */
  public void again() throws IOException {
    process =
        new ProcessBuilder(BINARY.toString(), "-F", "-c", folder.resolve("dovecot.conf").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    ServerFolder.await(port, folder.resolve("output"));
  }

  public int port() {
    return port;
  }

  /** The folder in whose {@code new} a mail can be laid down; Dovecot finds it there. */
  public Path maildir() {
    return folder.resolve("mail").resolve(USER);
  }

  /** The server goes; what is in the mailbox stays. */
  public void stop() {
    Process running = process;
    process = null;
    if (running != null) {
      running.destroy();
      try {
        if (!running.waitFor(10, TimeUnit.SECONDS)) {
          running.destroyForcibly().waitFor();
        }
      } catch (InterruptedException e) {
        running.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    stop();
    if (Files.exists(folder)) {
      ServerFolder.remove(folder);
    }
  }
}
