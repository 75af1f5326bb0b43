package eu.metacluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The modules are the ones of the plan, and each uses only what it says and what lies below. */
class ModularityTests {

  /** From the ground up; a module may use those before it. */
  static final List<String> FLOORS =
      List.of(
          "shared", "platform", "journal", "people", "grid", "harvest", "screening", "discovery");

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
      assertThat(declared).as("@ApplicationModule of " + module).isNotNull();
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

  private static ApplicationModule declaration(String module) {
    try {
      return Class.forName("eu.metacluster." + module + ".package-info")
          .getAnnotation(ApplicationModule.class);
    } catch (ClassNotFoundException e) {
      throw new AssertionError("module " + module + " has no package-info", e);
    }
  }
}
