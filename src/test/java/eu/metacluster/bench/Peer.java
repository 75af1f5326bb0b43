package eu.metacluster.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A process that is filled and then asked line by line, and says how long each answer took. */
final class Peer implements AutoCloseable {

  private final Process process;
  private final BufferedReader said;
  private final PrintWriter asking;

  Peer(List<String> command) throws IOException {
    process = Jvm.start(command);
    said = Jvm.reader(process);
    asking = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
  }

  /**
   * An answer.
   *
   * @param number how many were found, or how large it was
   */
  record Said(double millis, long number) {}

  /** Waits until it is filled; gives the seconds that it took. */
  double filled() throws IOException {
    return Double.parseDouble(words()[2]);
  }

  Said ask(String words) throws IOException {
    asking.println(words);
    String[] answer = words();
    return new Said(Double.parseDouble(answer[1]), Long.parseLong(answer[2]));
  }

  private String[] words() throws IOException {
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      String[] words = line.split(" ", -1);
      if (words.length == 3 && words[2].matches("[0-9.]+(E-?[0-9]+)?")) {
        return words;
      }
    }
    throw new IOException("a peer has ended: " + process.info().commandLine().orElse(""));
  }

  /** Its input ends, and so does it. */
  @Override
  public void close() {
    asking.close();
    try {
      if (!process.waitFor(30, java.util.concurrent.TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
