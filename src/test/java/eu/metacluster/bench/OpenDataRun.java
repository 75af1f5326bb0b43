package eu.metacluster.bench;

import eu.metacluster.opendata.dumps.LinesFile;
import eu.metacluster.opendata.items.Items;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.core.env.Environment;

/**
 * Everything public as lines of JSON beside PostgreSQL's own COPY of the same rows, and a page of a
 * hundred records asked for by fifty at once. The 100,000 items are made up, of the size of those
 * of the real export. In a JVM of its own.
 */
final class OpenDataRun {

  private static final int ITEMS = 100_000;
  private static final int ROUNDS = 3;
  private static final int PAGES = 20;

  private OpenDataRun() {}

  /** Argument: an empty data folder. */
  public static void main(String[] args) throws Exception {
    Path data = Path.of(args[0]);
    try (Product product =
        Product.start(data, "--metacluster.open-data.requests-per-minute=2000000000")) {
      fill(product);
      for (int round = 0; round <= ROUNDS; round++) {
        double copy = copy(product);
        double lines = lines(product);
        if (round > 0) {
          System.out.println("opendata copy " + copy);
          System.out.println("opendata jsonl " + lines);
          System.out.println("opendata heap " + usedHeap());
        }
      }
      page(product, data);
    }
    System.exit(0);
  }

  private static void fill(Product product) throws Exception {
    try (Connection connection = product.bean(DataSource.class).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into opendata.item (record, kind, handle, title, position, changed_at,
            published_at, deleted, successor, digest, body, claims, sets)
          select id, 'project', 'made-up-' || n, 'Made up ' || n, n, now(), now(), false, null, '',
            jsonb_build_object('id', id, 'kind', 'project', 'handle', 'made-up-' || n,
              'title', 'Made up ' || n, 'facts', jsonb_build_object('summary', summary))::text,
            (select jsonb_agg(jsonb_build_object('id', n * 100 + c, 'field', 'keywords', 'value',
              md5(n::text || c), 'source', 4, 'retrievedAt', '2026-01-01T00:00:00Z'))
             from generate_series(1, 20) c)::text,
            array['kind:project', 'source:4']
          from (select n, gen_random_uuid() as id,
              (select string_agg(substr(md5((hashtext(n::text || '/' || w) & 4095)::text), 1, 7), ' ')
               from generate_series(1, 190) w) as summary
            from generate_series(1, %d) n) made_up"""
              .formatted(ITEMS));
      statement.execute("vacuum analyze opendata.item");
    }
  }

  /** Megabytes of text a second by COPY. */
  private static double copy(Product product) throws Exception {
    try (Connection connection = product.bean(DataSource.class).getConnection()) {
      Counting out = new Counting();
      long begin = System.nanoTime();
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut(
              "copy (select position, changed_at, body, claims from opendata.item where not deleted"
                  + " order by record) to stdout",
              out);
      return out.rate(begin);
    }
  }

  /** Megabytes of text a second as the dump writes them. */
  private static double lines(Product product) {
    Counting out = new Counting();
    LinesFile file = new LinesFile(out, "http://localhost");
    long begin = System.nanoTime();
    product
        .bean(Items.class)
        .each(
            null,
            item -> {
              try {
                file.add(item);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    return out.rate(begin);
  }

  private static double usedHeap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
  }

  private static void page(Product product, Path data) throws Exception {
    String port = product.bean(Environment.class).getProperty("local.server.port", "8080");
    StringBuilder pages = new StringBuilder();
    String after = "";
    for (int i = 0; i < PAGES; i++) {
      pages.append("http://localhost:").append(port).append("/api/v1/records?limit=100");
      pages.append(after).append('\n');
      after = "&after=%08x-0000-4000-8000-000000000000".formatted((i + 1L) * 0x0CCCCCCCL);
    }
    Path file = Files.writeString(data.resolve("pages"), pages);
    List<String> load =
        Jvm.command(
            List.of("-Xmx384m", "-XX:+UseSerialGC"), LoadRun.class, file, 15, 10, 50, "gzip");
    for (Jvm.Said said : Jvm.run(load, 5)) {
      System.out.println("opendata " + said.name() + " " + said.value());
    }
    System.out.println("opendata heap " + usedHeap());
  }

  /** Takes everything and keeps nothing. */
  private static final class Counting extends OutputStream {
    private long bytes;

    @Override
    public void write(int one) {
      bytes++;
    }

    @Override
    public void write(byte[] some, int from, int length) {
      bytes += length;
    }

    double rate(long begin) {
      return bytes / 1e6 / ((System.nanoTime() - begin) / 1e9);
    }
  }
}
