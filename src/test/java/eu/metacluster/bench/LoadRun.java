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
 * Twenty users who each ask for the next page as soon as they have the last one, for a bounded time
 * and number, on this machine only. In a process of its own.
 */
final class LoadRun {

  private static final int USERS = 20;
  private static final int MOST = 400_000;

  private LoadRun() {}

  /** Arguments: a file with one address a line, seconds to warm up, seconds to measure. */
  public static void main(String[] args) throws Exception {
    List<URI> pages = Files.readAllLines(Path.of(args[0])).stream().map(URI::create).toList();
    if (!pages.stream().allMatch(page -> page.getHost().equals("localhost"))) {
      throw new IllegalArgumentException("only this machine is asked");
    }
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      ask(client, pages, Long.parseLong(args[1]));
      long begin = System.nanoTime();
      long[] nanos = ask(client, pages, Long.parseLong(args[2]));
      double seconds = (System.nanoTime() - begin) / 1e9;
      Arrays.sort(nanos);
      System.out.println("load rate " + nanos.length / seconds);
      System.out.println("load p50 " + nanos[nanos.length / 2] / 1e6);
      System.out.println("load p99 " + nanos[(int) (nanos.length * 0.99)] / 1e6);
    }
  }

  private static long[] ask(HttpClient client, List<URI> pages, long seconds)
      throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    long[] nanos = new long[MOST];
    AtomicInteger count = new AtomicInteger();
    try (ExecutorService users = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int user = 0; user < USERS; user++) {
        users.submit(
            () -> {
              for (int n = count.getAndIncrement();
                  n < MOST && System.nanoTime() < end;
                  n = count.getAndIncrement()) {
                nanos[n] = ask(client, pages.get(n % pages.size()));
              }
              return null;
            });
      }
    }
    return Arrays.stream(nanos).filter(taken -> taken > 0).toArray();
  }

  private static long ask(HttpClient client, URI page) throws Exception {
    long begin = System.nanoTime();
    HttpRequest request = HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(30)).build();
    HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200 || answer.body().length == 0) {
      System.err.println(page + " answered " + answer.statusCode());
      System.exit(1);
    }
    return System.nanoTime() - begin;
  }
}
