package eu.metacluster.bench;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes every mail and throws it away, in a process of its own. {@code VRFY count} tells how many
 * it took, {@code VRFY status} the last status page that one of them named.
 */
final class MailSink {

  private static final Pattern STATUS = Pattern.compile("/status/[A-Za-z0-9_=\\-\r\n]{64,80}");
  private static final int BUFFER = 1 << 16;

  private final AtomicLong count = new AtomicLong();
  private volatile String status = "";

  private MailSink() {}

  /** Says its port and takes mails until it is ended. */
  public static void main(String[] args) throws IOException {
    MailSink sink = new MailSink();
    try (ServerSocket socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress())) {
      System.out.println(socket.getLocalPort());
      while (true) {
        Socket caller = socket.accept();
        Thread.ofPlatform().start(() -> sink.serve(caller));
      }
    }
  }

  /** What a sink at this port answers to a word. */
  static String ask(int port, String word) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
      in.readLine();
      socket.getOutputStream().write(("VRFY " + word + "\r\n").getBytes(StandardCharsets.US_ASCII));
      return Objects.requireNonNull(in.readLine()).substring("252 ".length());
    }
  }

  static long count(int port) throws IOException {
    return Long.parseLong(ask(port, "count"));
  }

  private void serve(Socket caller) {
    try (caller;
        InputStream in = new BufferedInputStream(caller.getInputStream(), BUFFER)) {
      caller.setTcpNoDelay(true);
      OutputStream out = caller.getOutputStream();
      say(out, "220 sink");
      byte[] line = new byte[BUFFER];
      for (int length = line(in, line); length >= 0; length = line(in, line)) {
        String said = new String(line, 0, Math.min(length, 80), StandardCharsets.US_ASCII);
        String word = said.substring(0, Math.min(4, said.length())).toUpperCase(Locale.ROOT);
        switch (word) {
          case "DATA" -> {
            say(out, "354 go on");
            mail(in, line);
            count.incrementAndGet();
            say(out, "250 taken");
          }
          case "VRFY" -> say(out, "252 " + (said.contains("count") ? count : status));
          case "QUIT" -> {
            say(out, "221 bye");
            return;
          }
          default -> say(out, "250 ok");
        }
      }
    } catch (IOException e) {
      // the caller went away
    }
  }

  private void mail(InputStream in, byte[] line) throws IOException {
    StringBuilder link = new StringBuilder();
    for (int length = line(in, line); !(length == 1 && line[0] == '.'); length = line(in, line)) {
      if (length < 0) {
        throw new EOFException("a mail without its end was never taken");
      }
      if (status.isEmpty()) {
        String text = new String(line, 0, length, StandardCharsets.US_ASCII);
        link.append(text.endsWith("=") ? text.substring(0, length - 1) : text + " ");
      }
    }
    Matcher found = STATUS.matcher(link);
    if (found.find()) {
      status = found.group();
    }
  }

  /** The next line without its end; -1 at the end of all. */
  private static int line(InputStream in, byte[] line) throws IOException {
    int length = 0;
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        return length > 0 && line[length - 1] == '\r' ? length - 1 : length;
      }
      if (length < line.length) {
        line[length++] = (byte) next;
      }
    }
    return -1;
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }
}
