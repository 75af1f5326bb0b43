package eu.metacluster.bench;

import eu.metacluster.grid.Lifecycle;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Fills a data folder with the whole export, tells what memory the product holds afterwards when
 * nobody uses it, and publishes every project through the product's own door. In a JVM of its own
 * with the product's settings.
 */
final class StockRun {

  private static final int PIECE = 500;
  private static final int IDLE_SECONDS = 75;

  private StockRun() {}

  /** Argument: the data folder. */
  public static void main(String[] args) throws Exception {
    Path data = Path.of(args[0]);
    try (Product product = Product.start(data)) {
      System.out.println("stock import-seconds " + product.imports(Export.csv()));
      Thread.sleep(IDLE_SECONDS * 1000L);
      Resident resident = Resident.of(ProcessHandle.current().pid(), data.resolve("postgres"));
      System.out.println("stock pss " + resident.pssMegabytes());
      System.out.println("stock rss " + resident.rssMegabytes());
      long begin = System.nanoTime();
      List<UUID> records = product.candidates();
      Lifecycle lifecycle = product.bean(Lifecycle.class);
      for (int from = 0; from < records.size(); from += PIECE) {
        lifecycle.publish(
            records.subList(from, Math.min(records.size(), from + PIECE)),
            Map.of(),
            new Lifecycle.Reason(null, null, null));
      }
      product.catchUp();
      System.out.println("stock publish-seconds " + (System.nanoTime() - begin) / 1e9);
    }
    System.exit(0);
  }
}
