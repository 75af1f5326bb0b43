package eu.metacluster.bench;

import eu.metacluster.discovery.index.SearchBench;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Lifecycle;
import eu.metacluster.grid.Records;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.core.env.Environment;

/**
 * Fills the product's index with made records while it answers pages, then publishes real projects
 * one by one until each is found. In a JVM of its own with the product's settings.
 */
final class SearchFill {

  private static final int DECISIONS = 15;
  private static final int PAUSE_MILLIS = 500;

  private SearchFill() {}

  /**
   * Arguments: an empty data folder, how many records, a file for words to ask for, another for the
   * titles of the projects that are published in the end.
   */
  public static void main(String[] args) throws Exception {
    Files.write(Path.of(args[2]), SearchBench.words());
    try (Product product =
        Product.start(
            Path.of(args[0]), "--metacluster.import-roots=" + Export.sample().getParent())) {
      product.imports(Export.sample());
      int records = Integer.parseInt(args[1]);
      AtomicBoolean done = new AtomicBoolean();
      Thread visitor = Thread.ofPlatform().start(() -> visit(product, done));
      System.out.println("fill rate " + records / SearchBench.fill(product.context(), records));
      done.set(true);
      visitor.join();
      Files.write(Path.of(args[3]), decide(product));
    }
    System.exit(0);
  }

  /** Asks for pages all the time; says how long one had to wait at most. */
  private static void visit(Product product, AtomicBoolean done) {
    String port = product.bean(Environment.class).getProperty("local.server.port", "8080");
    double worst = 0;
    int pages = 0;
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (!done.get()) {
        URI page = URI.create("http://localhost:" + port + "/grid?q=cancer+" + pages);
        long begin = System.nanoTime();
        int status =
            client
                .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofByteArray())
                .statusCode();
        worst = Math.max(worst, (System.nanoTime() - begin) / 1e6);
        pages += status == 200 ? 1 : -1_000_000;
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (Exception e) {
      throw new IllegalStateException("a page was not answered while the index was filled", e);
    }
    System.out.println("fill pages " + pages);
    System.out.println("fill worst " + worst);
  }

  private static List<String> decide(Product product) throws Exception {
    List<String> titles = new ArrayList<>();
    List<UUID> candidates = product.candidates();
    GridSearch search = product.bean(GridSearch.class);
    for (UUID id : candidates.subList(0, Math.min(DECISIONS, candidates.size()))) {
      GridRecord record = product.bean(Records.class).find(id).orElseThrow();
      String handle = record.handle();
      titles.add(record.title());
      long begin = System.nanoTime();
      product
          .bean(Lifecycle.class)
          .publish(List.of(id), Map.of(), new Lifecycle.Reason(null, null, null));
      while (search.find(GridQuery.EVERYTHING.saying(handle)).rows().stream()
          .noneMatch(row -> row.handle().equals(handle))) {
        Thread.sleep(1);
      }
      System.out.println("decision findable " + (System.nanoTime() - begin) / 1e6);
    }
    return titles;
  }
}
