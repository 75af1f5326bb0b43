package eu.metacluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The modules are the ones of the plan, and each uses only what it says and what lies below. */
@Tag("architecture")
class ModularityTests {

  /** From the ground up; a module may use those before it. */
  static final List<String> FLOORS =
      List.of(
          "shared",
          "platform",
          "journal",
          "people",
          "membership",
          "grid",
          "harvest",
          "screening",
          "discovery",
          "opendata",
          "intake");

  private static final JavaClasses DESCRIPTIONS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> location.contains("package-info"))
          .importPackages("eu.metacluster");

  private final ApplicationModules modules =
      ApplicationModules.of(
          Metacluster.class, JavaClass.Predicates.resideInAPackage("eu.metacluster.templates.."));

  @Test
  void modulesUseOnlyWhatTheyDeclare() {
    modules.verify();
  }

  @Test
  void theModulesAreThoseOfThePlan() {
    assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
        .containsExactlyInAnyOrderElementsOf(FLOORS);
  }

  @Test
  void everyModuleDeclaresWhatItMayUseAndThatLiesBelow() {
    for (String module : FLOORS) {
      ApplicationModule declared = declaration(module);
      List<String> allowed =
          Arrays.stream(declared.allowedDependencies())
              .map(name -> name.replaceFirst(" *::.*", ""))
              .distinct()
              .toList();
      assertThat(allowed).as("allowedDependencies of " + module).doesNotContain("*");
      assertThat(FLOORS.subList(0, FLOORS.indexOf(module)))
          .as("what lies below " + module)
          .containsAll(allowed);
    }
  }

  @Test
  void writesTheModulesDown() {
    new Documenter(modules).writeDocumentation();
  }

  /** Read from the product's classes only: a package of tests may carry a description too. */
  private static ApplicationModule declaration(String module) {
    return DESCRIPTIONS
        .get("eu.metacluster." + module + ".package-info")
        .getAnnotationOfType(ApplicationModule.class);
  }
}
