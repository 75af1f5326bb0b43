package eu.metacluster.bench;

import java.io.IOException;
import java.nio.file.Path;

/** Processor time since it was made: in this JVM, in what it started itself, in the database. */
final class Spent {

  private final Path postgres;
  private final Cpu own;
  private final Cpu database;

  /**
   * Begins to count.
   *
   * @param data the product's data folder
   */
  Spent(Path data) throws IOException {
    postgres = data.resolve("postgres");
    own = Cpu.now();
    database = Cpu.now(postgres);
  }

  /** Says the milliseconds for each of so many things. */
  void say(String name, int many) throws IOException {
    Cpu now = Cpu.now();
    double inDatabase = Cpu.now(postgres).others(database);
    System.out.println(name + "cpu-jvm " + 1e3 * now.own(own) / many);
    System.out.println(name + "cpu-started " + 1e3 * now.others(own) / many);
    System.out.println(name + "cpu-database " + 1e3 * inDatabase / many);
  }
}
