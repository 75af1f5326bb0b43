package eu.metacluster.discovery.index;

import eu.metacluster.support.OpenSearchProcess;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/**
 * A node of OpenSearch with the same records, asked for the same words, facets and lines by JSON
 * over HTTP.
 */
public final class OpenSearchPeer {

  private OpenSearchPeer() {}

  /**
   * Arguments: how many records, how many hits are shown. It says how long it took to fill the
   * node; then, for each line with words that it reads, the milliseconds until the last byte of the
   * answer was there, and its bytes.
   */
  public static void main(String[] args) throws Exception {
    try (OpenSearchProcess node = OpenSearchProcess.fresh("-Xms2g", "-Xmx2g");
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        BufferedReader asked =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      System.out.println("opensearch filled " + SearchBench.fill(node, Integer.parseInt(args[0])));
      URI address = URI.create(node.address() + SearchBench.path());
      for (String words = asked.readLine(); words != null; words = asked.readLine()) {
        HttpRequest request =
            HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        SearchBench.body(words, Integer.parseInt(args[1]))))
                .build();
        long before = System.nanoTime();
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        double millis = (System.nanoTime() - before) / 1e6;
        if (answer.statusCode() != 200) {
          throw new IllegalStateException(new String(answer.body(), StandardCharsets.UTF_8));
        }
        System.out.println("opensearch " + millis + " " + answer.body().length);
      }
    }
    System.exit(0);
  }
}
