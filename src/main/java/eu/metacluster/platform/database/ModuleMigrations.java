package eu.metacluster.platform.database;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Brings each module's schema up to date from {@code db/migration/<module>}, with a history table
 * of its own, so that version numbers belong to the module.
 */
@Component
class ModuleMigrations implements FlywayMigrationStrategy {

  private final List<String> modules;

  ModuleMigrations(@Value("${metacluster.modules}") List<String> modules) {
    this.modules = modules;
  }

  @Override
  public void migrate(Flyway flyway) {
    for (String module : modules) {
      Flyway.configure()
          .configuration(flyway.getConfiguration())
          .locations("classpath:db/migration/" + module)
          .table("migration_" + module)
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .load()
          .migrate();
    }
  }
}
