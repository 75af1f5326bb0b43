package eu.metacluster.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * So many users who each ask for the next page as soon as they have the last one, for a bounded
 * time and number, on this machine only. In a process of its own.
 */
final class LoadRun {

  private static final String USUAL_USERS = "20";
  private static final int MOST = 400_000;

  private LoadRun() {}

  /**
   * Arguments: a file with one address a line, seconds to warm up, seconds to measure; then, if
   * wanted, how many users and which encoding they accept.
   */
  public static void main(String[] args) throws Exception {
    List<URI> pages = Files.readAllLines(Path.of(args[0])).stream().map(URI::create).toList();
    if (!pages.stream().allMatch(page -> page.getHost().equals("localhost"))) {
      throw new IllegalArgumentException("only this machine is asked");
    }
    int users = Integer.parseInt(args.length > 3 ? args[3] : USUAL_USERS);
    String encoding = args.length > 4 ? args[4] : "identity";
    Load load = new Load(pages, users, encoding);
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      int warm = ask(client, load, Long.parseLong(args[1])).length;
      long begin = System.nanoTime();
      long[] nanos = ask(client, load, Long.parseLong(args[2]));
      double seconds = (System.nanoTime() - begin) / 1e9;
      Arrays.sort(nanos);
      System.out.println("load pages " + (warm + nanos.length));
      System.out.println("load rate " + nanos.length / seconds);
      System.out.println("load p50 " + nanos[nanos.length / 2] / 1e6);
      System.out.println("load p99 " + nanos[(int) (nanos.length * 0.99)] / 1e6);
    }
  }

  private record Load(List<URI> pages, int users, String encoding) {}

  private static long[] ask(HttpClient client, Load load, long seconds)
      throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    long[] nanos = new long[MOST];
    AtomicInteger count = new AtomicInteger();
    try (ExecutorService users = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int user = 0; user < load.users(); user++) {
        users.submit(
            () -> {
              for (int n = count.getAndIncrement();
                  n < MOST && System.nanoTime() < end;
                  n = count.getAndIncrement()) {
                nanos[n] = ask(client, load.pages().get(n % load.pages().size()), load.encoding());
              }
              return null;
            });
      }
    }
    return Arrays.stream(nanos).filter(taken -> taken > 0).toArray();
  }

  private static long ask(HttpClient client, URI page, String encoding) throws Exception {
    long begin = System.nanoTime();
    HttpRequest request =
        HttpRequest.newBuilder(page)
            .timeout(Duration.ofSeconds(30))
            .header("Accept-Encoding", encoding)
            .build();
    HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200 || answer.body().length == 0) {
      System.err.println(page + " answered " + answer.statusCode());
      System.exit(1);
    }
    return System.nanoTime() - begin;
  }
}
