package eu.metacluster.support;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Takes every mail that is sent to it on loopback, except for people called "nobody", whom it does
 * not know.
 */
public final class SmtpSink implements AutoCloseable {

  private static final int LONGEST_LINE = 1 << 16;

  /** A mail that was taken: for whom, and its bytes. */
  public record Taken(String to, String text) {}

  private final ServerSocket socket;
  private final Queue<Taken> taken = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();

  public SmtpSink() throws IOException {
    socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::listen);
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** What was taken until now, in order. */
  public List<Taken> taken() {
    return List.copyOf(taken);
  }

  /** For whom, in order. */
  public List<String> recipients() {
    return taken.stream().map(Taken::to).toList();
  }

  /** How many were taken until now. */
  public int count() {
    return count.get();
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        Socket caller = socket.accept();
        Thread.ofVirtual().start(() -> serve(caller));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket caller) {
    try (caller;
        InputStream in = new BufferedInputStream(caller.getInputStream());
        OutputStream out = new BufferedOutputStream(caller.getOutputStream())) {
      caller.setTcpNoDelay(true);
      say(out, "220 sink.test");
      String to = "";
      for (String line = line(in); line != null; line = line(in)) {
        String word = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
        switch (word) {
          case "RCPT" -> {
            to = line.replaceFirst(".*<", "").replaceFirst(">.*", "");
            say(out, to.startsWith("nobody") ? "550 5.1.1 no such person" : "250 2.1.5 ok");
          }
          case "DATA" -> {
            say(out, "354 go on");
            taken.add(new Taken(to, mail(in)));
            count.incrementAndGet();
            say(out, "250 2.0.0 taken");
          }
          case "QUIT" -> {
            say(out, "221 2.0.0 bye");
            return;
          }
          default -> say(out, "250 sink.test");
        }
      }
    } catch (IOException e) {
      // the caller went away
    }
  }

  private static String mail(InputStream in) throws IOException {
    StringBuilder mail = new StringBuilder();
    for (String line = line(in); line != null; line = line(in)) {
      if (line.equals(".")) {
        return mail.toString();
      }
      mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
    }
    throw new EOFException("a mail without its end was never taken");
  }

  private static @Nullable String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0 && line.size() < LONGEST_LINE; next = in.read()) {
      if (next == '\n') {
        return line.toString(StandardCharsets.ISO_8859_1).replaceFirst("\r$", "");
      }
      line.write(next);
    }
    return null;
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
