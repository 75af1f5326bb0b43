package eu.metacluster.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** One visitor of the product on this machine, with a connection that is kept. */
final class PageClient implements AutoCloseable {

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * A page.
   *
   * @param millis until its last byte was there
   */
  record Answer(double millis, byte[] page) {
    boolean says(String words) {
      return new String(page, StandardCharsets.UTF_8).contains(words);
    }
  }

  /** Milliseconds until the last byte of a page is there. */
  double of(String path) throws IOException, InterruptedException {
    return answer(path).millis();
  }

  Answer answer(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(Serving.BASE + path)).build();
    long begin = System.nanoTime();
    HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    double millis = (System.nanoTime() - begin) / 1e6;
    if (answer.statusCode() != 200) {
      throw new IOException(path + " was answered with " + answer.statusCode());
    }
    return new Answer(millis, answer.body());
  }

  @Override
  public void close() {
    client.close();
  }
}
