package eu.metacluster.platform.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far the handing over of mails has come, mail by mail, in a file: a line in a database for
 * each would take longer than the mail. What a process has written outlives its being killed,
 * though not the machine's; a file says which run of the machine it is from.
 *
 * <p>A mail is begun just before the end of its text is sent, which is when a server may first take
 * it, and over when the server has answered. Between the two nobody can know.
 */
final class HandLog implements AutoCloseable {

  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
  private static final String SUFFIX = ".hand";
  private static final int ENTRY = 1 + 2 * Long.BYTES;
  private static final int HEAD = 64;
  private static final byte BEGUN = 'b';
  private static final byte OVER = 'o';
  private static final byte REFUSED = 'r';

  private final UUID owner;
  private final Path file;
  private final FileChannel channel;
  private final ByteBuffer entry = ByteBuffer.allocateDirect(ENTRY);

  private HandLog(UUID owner, Path file, FileChannel channel) {
    this.owner = owner;
    this.file = file;
    this.channel = channel;
  }

  /**
   * What a process that is gone had in hand.
   *
   * @param owner the name under which it claimed mails
   * @param known whether it can be told at all how far it had come
   * @param begun mails that the server may have taken
   * @param over mails that it took
   */
  record Left(UUID owner, boolean known, Set<UUID> begun, Set<UUID> over) {}

  /** A new log in this folder, which is made when it is not there. */
  static HandLog open(Path folder) {
    try {
      Files.createDirectories(folder);
      UUID owner = UUID.randomUUID();
      Path file = folder.resolve(owner + SUFFIX);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      channel.lock();
      channel.write(ByteBuffer.wrap(head()));
      return new HandLog(owner, file, channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name under which this process claims mails. */
  UUID owner() {
    return owner;
  }

  private static byte[] head() {
    byte[] head = new byte[HEAD];
    byte[] boot = boot().getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(boot, 0, head, 0, Math.min(HEAD, boot.length));
    return head;
  }

  private static String boot() {
    try {
      return Files.readString(BOOT).strip();
    } catch (IOException e) {
      return "";
    }
  }

  void begun(UUID mail) {
    write(BEGUN, mail);
  }

  /** The server took it. */
  void over(UUID mail) {
    write(OVER, mail);
  }

  /** The server did not take it, and said so. */
  void refused(UUID mail) {
    write(REFUSED, mail);
  }

  private synchronized void write(byte kind, UUID mail) {
    entry.clear();
    entry.put(kind);
    entry.putLong(mail.getMostSignificantBits());
    entry.putLong(mail.getLeastSignificantBits());
    entry.flip();
    try {
      channel.write(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The logs of processes that are gone; each is to be {@link #settled}. */
  static List<Left> left(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Left> left = new ArrayList<>();
      for (Path file : files.filter(each -> each.toString().endsWith(SUFFIX)).toList()) {
        Left one = read(file);
        if (one != null) {
          left.add(one);
        }
      }
      return left;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A log that its process still holds is nobody else's business. */
  private static @Nullable Left read(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      FileLock lock = channel.tryLock();
      return lock == null ? null : read(file, ByteBuffer.wrap(Files.readAllBytes(file)));
    } catch (OverlappingFileLockException | NoSuchFileException e) {
      return null;
    }
  }

  private static Left read(Path file, ByteBuffer bytes) {
    String name = file.getFileName().toString();
    UUID owner = UUID.fromString(name.substring(0, name.length() - SUFFIX.length()));
    byte[] head = new byte[HEAD];
    if (bytes.remaining() >= HEAD) {
      bytes.get(head);
    }
    String boot = new String(head, StandardCharsets.US_ASCII).replace("\0", "");
    Set<UUID> begun = new HashSet<>();
    Set<UUID> over = new HashSet<>();
    while (bytes.remaining() >= ENTRY) {
      byte kind = bytes.get();
      UUID mail = new UUID(bytes.getLong(), bytes.getLong());
      switch (kind) {
        case BEGUN -> begun.add(mail);
        case OVER -> over.add(mail);
        default -> begun.remove(mail);
      }
    }
    begun.removeAll(over);
    return new Left(owner, !boot.isEmpty() && boot.equals(boot()), begun, over);
  }

  /** What was left is dealt with. */
  static void settled(Path folder, Left left) {
    try {
      Files.deleteIfExists(folder.resolve(left.owner() + SUFFIX));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that was in hand is dealt with. */
  void settled() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is not settled by now is left. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
